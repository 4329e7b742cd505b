package ai.igent.maestro.local;

import java.util.Arrays;
import java.util.List;

/** What {@code ./maestro} runs once a JDK is found and everything is built. Failures are one sentence on standard error and exit code 1. */
public final class Launcher {
    private Launcher() {}

    public static void main(String... arguments) {
        QuietLogging.set();
        try {
            System.exit(run(List.of(arguments)));
        } catch (StackFailure failure) {
            System.err.println("maestro: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static int run(List<String> arguments) {
        var options = Options.from(System.getenv());
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (command) {
            case "up" -> new Up(options).run(rest);
            case "down" -> new Down(options).run();
            case "reset" -> new Reset(options).run();
            case "train" -> new Train(options).run();
            case "demo" -> new DemoCommand(options).run();
            case "token" -> printToken(options, rest);
            default -> throw new StackFailure("There is no command " + Arrays.toString(arguments.toArray()) + ".");
        }
        return 0;
    }

    private static void printToken(Options options, List<String> arguments) {
        if (arguments.size() != 1)
            throw new StackFailure("Usage: ./maestro token USER");
        var issuer = Addresses.of(StateFolder.at(options.state())).of(Part.ISSUER);
        System.out.println(Token.from(issuer).of(arguments.getFirst()));
    }
}
