package ai.igent.maestro.local;

import java.time.Duration;

/** What one is told when the stack is up. */
final class Welcome {
    /** Ends the text; whoever waits for a stack in the background looks for it. */
    static final String LAST_LINE = "Stop it with Ctrl-C or ./maestro down.";

    private Welcome() {}

    static String text(Stack stack, Duration took) {
        return """

                Maestro Secrets is up after %.1f s: %s

                Sign in as  alice (administrator of acme), bob (member of acme), carol,
                            platform, auditor or operator; there are no passwords here.

                Try:
                  ./maestro demo
                  curl -H "Authorization: Bearer $(./maestro token alice)" %s/v1/secrets
                  curl -H "Authorization: Bearer $(./maestro token auditor)" %s/v1/audit/events

                %s""".formatted(took.toMillis() / 1000.0, stack.url(Part.CONSOLE), stack.url(Part.VAULT), stack.url(Part.AUDIT), LAST_LINE);
    }
}
