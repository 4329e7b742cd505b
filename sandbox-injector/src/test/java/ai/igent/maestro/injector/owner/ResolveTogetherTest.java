package ai.igent.maestro.injector.owner;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.ResolveRequests;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.contracts.internal.ResolvedGrants;
import ai.igent.maestro.vocabulary.SessionId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** However signatures and sessions are mixed, each build gets the answer to its own question. */
class ResolveTogetherTest {
    private static final Wanted FIRST = wanted("signed-x", '1');
    private static final Wanted SECOND = wanted("signed-y", '2');
    private static final Wanted THIRD = wanted("signed-x", '3');

    private ResolveRequests asked;

    @Test
    void eachSignatureIsSentOnceAndEachAnswerFindsItsPlace() {
        var answers = ask(echo(), FIRST, SECOND, THIRD);

        assertThat(asked.grants()).extracting(ResolveRequests.Ask::grant).containsExactly("signed-x", "signed-y");
        assertThat(answers).extracting(answer -> answer.failed().getFirst().code())
                .containsExactly(FIRST.request().session().text(), SECOND.request().session().text(), THIRD.request().session().text());
    }

    @Test
    void whatTheServiceLeftOpenIsOpenInItsPlace() {
        assertThat(ask(requests -> new ResolvedGrants(Stream.of(echo("a"), null, echo("b")).toList()), FIRST, SECOND, THIRD))
                .containsExactly(echo("a"), echo("b"), null);
    }

    @Test
    void anotherNumberOfAnswersIsNoAnswer() {
        assertThatThrownBy(() -> ask(requests -> new ResolvedGrants(List.of(echo("a"))), FIRST, SECOND))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<Resolved> ask(Function<ResolveRequests, ResolvedGrants> owner, Wanted... wanted) {
        var vault = new VaultService() {
            @Override
            public Uni<Resolved> resolve(ResolveRequest request) {
                throw new AssertionError("nothing is asked alone here");
            }

            @Override
            public Uni<ResolvedGrants> resolveAll(ResolveRequests requests) {
                asked = requests;
                return Uni.createFrom().item(owner.apply(requests));
            }
        };
        return new ResolveTogether(vault).of(List.of(wanted)).await().indefinitely();
    }

    /** Answers with the session that was asked for. */
    private static Function<ResolveRequests, ResolvedGrants> echo() {
        return requests -> new ResolvedGrants(requests.grants().stream().flatMap(ask -> ask.fetches().stream())
                .map(fetch -> echo(fetch.session().text())).toList());
    }

    private static Resolved echo(String text) {
        return new Resolved(List.of(), List.of(new Resolved.Failed("sec_" + "0".repeat(32), text)));
    }

    private static Wanted wanted(String grant, char session) {
        return new Wanted(new ResolveRequest(grant, new SessionId("ses_" + String.valueOf(session).repeat(32))), null);
    }
}
