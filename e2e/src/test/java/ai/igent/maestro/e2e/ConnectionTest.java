package ai.igent.maestro.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.options.ColorScheme;

import ai.igent.maestro.e2e.console.Chromium;
import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.journey.AgentSession;
import ai.igent.maestro.local.journey.Answer;
import ai.igent.maestro.local.journey.AwsKeys;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.Patience;
import ai.igent.maestro.local.journey.Sandbox;
import ai.igent.maestro.local.journey.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/** An account connected in the browser is one more thing to activate, beside the AWS keys, until it is disconnected. */
@ExtendWith(RunningStack.class)
class ConnectionTest {
    private static final String PROVIDER = "acme-accounts";
    private static final String VARIABLE = "ACME_TOKEN";

    @Test
    void aConnectedAccountReachesTheSandboxBesideTheKeysAndLeavesItWhenDisconnected(Stack stack) {
        var suite = new Suite(stack::url);
        Client alice = suite.as("alice");
        String connection = connect(alice);
        AwsKeys.deleteEarlier(alice);
        var keys = AwsKeys.register(alice).stream().map(secret -> secret.get("id").asText());
        var session = AgentSession.create(suite, "alice");
        try (var sandbox = Sandbox.prepare(suite)) {
            sandbox.enrol(session.enrolmentCode());
            long active = activate(alice, session, Stream.concat(Stream.of(connection), keys).toList());

            var environment = sandbox.environmentAt(active);
            assertThat(environment).containsAllEntriesOf(AwsKeys.GIVEN);
            assertThat(environment.get(VARIABLE)).isNotBlank();

            alice.delete(Part.OAUTH, "/v1/connections/" + connection).require(200);
            var after = Patience.until("the token is gone from the sandbox", () -> sandbox.environmentAt(active),
                    seen -> !seen.containsKey(VARIABLE));
            assertThat(after).containsAllEntriesOf(AwsKeys.GIVEN);
        }
    }

    /** As a person does it: the platform hands out an address, everything else happens in the browser. */
    private static String connect(Client alice) {
        Answer requested = alice.post(Part.OAUTH, "/v1/connections", Map.of("provider", PROVIDER, "variable", VARIABLE)).require(201);
        try (var chromium = Chromium.start(); var visitor = chromium.newVisitor(ColorScheme.LIGHT)) {
            var page = visitor.newPage();
            page.navigate(requested.text("authorizeUrl"));
            page.locator("button[name=username][value=alice]").click();
            page.getByText("alice@acme.example").click();
            page.waitForURL("**/connections?outcome=connected");
            page.getByText("Account connected").waitFor();
            assertThat(page.url()).doesNotContain("code=", "state=");
        }
        String id = requested.body().path("connection").path("id").asText();
        assertThat(alice.get(Part.OAUTH, "/v1/connections/" + id).require(200).text("status")).isEqualTo("connected");
        return id;
    }

    private static long activate(Client alice, AgentSession session, List<String> ids) {
        String path = "/v1/sessions/" + session.id() + "/activation-requests";
        Answer request = session.agent().post(Part.SESSION, path, Map.of("activate", ids)).require(201);
        assertThat(request.items("activate").stream().map(each -> each.get("id").asText()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ids);
        return Long.parseLong(session.confirm(alice, session.read(alice, request.text("id"))).require(200, 202).text("revision"));
    }
}
