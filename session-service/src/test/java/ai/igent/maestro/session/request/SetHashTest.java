package ai.igent.maestro.session.request;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;

class SetHashTest {
    private static final SessionId SESSION = new SessionId("ses_" + "1".repeat(32));
    private static final CandidateId ONE = new CandidateId("sec_" + "1".repeat(32));
    private static final CandidateId TWO = new CandidateId("sec_" + "2".repeat(32));

    @Test
    void doesNotDependOnTheOrderOrOnWhatIsOnlyExplanation() {
        var proposal = proposal(List.of(item(ONE), item(TWO)), List.of());
        var turned = new Proposal(List.of(item(TWO), item(ONE)), List.of(), List.of(), Duration.ofHours(8),
                List.of(new Notice("code", "detail")));

        assertThat(SetHash.of(SESSION, turned)).isEqualTo(SetHash.of(SESSION, proposal)).matches("[0-9a-f]{64}");
    }

    @Test
    void differsWhereverAConfirmationWouldDoSomethingElse() {
        var others = List.of(item(TWO, "KEY", "KEY", 1, null, SecretKind.ENV, "alice"),
                item(ONE, "OTHER", "KEY", 1, null, SecretKind.ENV, "alice"),
                item(ONE, "KEY", "OTHER", 1, null, SecretKind.ENV, "alice"), item(ONE, "KEY", "KEY", 2, null, SecretKind.ENV, "alice"),
                item(ONE, "KEY", "KEY", 1, Environment.PRODUCTION, SecretKind.ENV, "alice"),
                item(ONE, "KEY", "KEY", 1, null, SecretKind.FILE, "alice"), item(ONE, "KEY", "KEY", 1, null, SecretKind.ENV, "bob"));
        var shown = proposal(List.of(item(ONE)), List.of());
        var leaving = new ProposedDeactivation(ONE, "KEY", new VariableName("KEY"), null, "why");

        assertThat(others).extracting(other -> SetHash.of(SESSION, proposal(List.of(other), List.of())))
                .doesNotContain(SetHash.of(SESSION, shown)).doesNotHaveDuplicates();
        assertThat(SetHash.of(SESSION, proposal(List.of(item(ONE)), List.of(leaving)))).isNotEqualTo(SetHash.of(SESSION, shown));
        assertThat(SetHash.of(SESSION, proposal(List.of(), List.of(leaving)))).isNotEqualTo(SetHash.of(SESSION, shown));
        assertThat(SetHash.of(new SessionId("ses_" + "2".repeat(32)), shown)).isNotEqualTo(SetHash.of(SESSION, shown));
        var longer = new Proposal(shown.activate(), List.of(), List.of(), Duration.ofHours(9), List.of());
        assertThat(SetHash.of(SESSION, longer)).isNotEqualTo(SetHash.of(SESSION, shown));
    }

    private static Proposal proposal(List<ProposedActivation> activate, List<ProposedDeactivation> deactivate) {
        return new Proposal(activate, deactivate, List.of(), Duration.ofHours(8), List.of());
    }

    private static ProposedActivation item(CandidateId id) {
        return item(id, "KEY", "KEY", 1, null, SecretKind.ENV, "alice");
    }

    private static ProposedActivation item(CandidateId id, String name, String variable, long epoch,
            Environment environment, SecretKind kind, String user) {
        return new ProposedActivation(id, Owner.user(user), name, new VariableName(variable), false, kind, DeliveryMode.VALUE, null, null,
                environment, epoch, List.of(), "why");
    }
}
