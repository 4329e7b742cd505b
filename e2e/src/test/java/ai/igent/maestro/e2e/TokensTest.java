package ai.igent.maestro.e2e;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.journey.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/** The token that {@code maestro token} prints, at the services as they run. */
@ExtendWith(RunningStack.class)
class TokensTest {
    @ParameterizedTest
    @CsvSource({"alice, VAULT, /v1/secrets, 200", "alice, VAULT, /v1/catalog, 200", "alice, SESSION, /v1/sessions, 200",
            "alice, OAUTH, /v1/connections, 200",
            "alice, AUDIT, /v1/audit/events, 200", "auditor, AUDIT, /v1/audit/events, 200", "auditor, AUDIT, /v1/audit/verify, 200",
            "auditor, VAULT, /v1/secrets, 403", "platform, VAULT, /v1/secrets, 403", "alice, AUDIT, /v1/audit/verify, 403",
            "alice, INJECTOR, /v1/sandboxes/ses_00000000000070008000000000000000/bundle, 403"})
    void opensWhatItsHolderMayAndNothingElse(String user, Part part, String path, int status, Stack stack) {
        assertThat(new Suite(stack::url).as(user).get(part, path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"VAULT, /v1/secrets", "SESSION, /v1/sessions", "OAUTH, /v1/connections", "AUDIT, /v1/audit/events",
            "INJECTOR, /v1/sandboxes/ses_00000000000070008000000000000000/bundle"})
    void aTokenThatNobodyIssuedOpensNothing(Part part, String path, Stack stack) {
        assertThat(new Suite(stack::url).with("not.a.token").get(part, path).status()).isEqualTo(401);
    }
}
