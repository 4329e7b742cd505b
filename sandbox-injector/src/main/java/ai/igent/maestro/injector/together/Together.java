package ai.igent.maestro.injector.together;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.ws.rs.WebApplicationException;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;

import ai.igent.maestro.rounds.SharedRounds;

/**
 * Asks a service in one call what several callers want to know at once. The service answers what it can at once and leaves the rest open; what is
 * left open is asked alone, outside the shared call, so that no caller waits for what another needs.
 */
public final class Together<Q, A> {
    /** A service that is older than this injector knows no shared call. */
    private static final Set<Integer> UNKNOWN_CALL = Set.of(404, 405);

    private final Function<List<Q>, Uni<List<A>>> several;
    private final Function<Q, Uni<A>> alone;
    private final SharedRounds<Q, Optional<A>> rounds;
    private final Duration patience;

    /**
     * @param several gives the answers in the order of the questions, with null for what is left open
     * @param alone gives the answer to one question, however long it takes
     * @param unclaimed gets an answer whose caller did not wait for it
     */
    public Together(Function<List<Q>, Uni<List<A>>> several, Function<Q, Uni<A>> alone, Consumer<A> unclaimed, int most,
            TogetherConfig config) {
        this.several = several;
        this.alone = alone;
        this.patience = config.patience();
        this.rounds = new SharedRounds<>(this::ask, failure -> false,
                new SharedRounds.Bounds(config.callsAtOnce(), config.company(), most, config.waitingAtMost(), patience),
                answer -> answer.ifPresent(unclaimed));
    }

    /** Fails as the call did that was made for it; with {@link TimeoutException} when its turn and the call took longer than the patience. */
    public Uni<A> ask(Q question) {
        var callersOwn = MutinyHelper.executor(Vertx.currentContext());
        return rounds.ask(question).ifNoItem().after(patience).failWith(TimeoutException::new).emitOn(callersOwn)
                .chain(answer -> answer.map(known -> Uni.createFrom().item(known)).orElseGet(() -> alone.apply(question)));
    }

    private Uni<List<Optional<A>>> ask(List<Q> questions) {
        return several.apply(questions).map(answers -> answers.stream().map(Optional::ofNullable).toList())
                .onFailure(Together::isUnknownCall).recoverWithItem(() -> Collections.nCopies(questions.size(), Optional.empty()));
    }

    private static boolean isUnknownCall(Throwable failure) {
        return failure instanceof WebApplicationException refusal && UNKNOWN_CALL.contains(refusal.getResponse().getStatus());
    }
}
