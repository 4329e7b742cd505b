package ai.igent.maestro.rounds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Lets concurrent calls share rounds. What is asked during one turn of an event loop goes together, at the end of that turn; while as many rounds as
 * allowed are under way, further calls gather for the next. Who comes while none is under way waits for nobody; else a further round begins with enough
 * company, or after a moment without: rounds of one or two questions cost nearly as much as those of ten.
 *
 * <p>A round that fails by one of its calls is repeated with each call alone, so that only that one fails. A caller who goes away takes nothing with
 * it: rounds belong to no caller.
 */
public final class SharedRounds<Q, A> {
    private final Function<List<Q>, Uni<List<A>>> round;
    private final Predicate<Throwable> isOnesFault;
    private final Duration patience;
    private final Consumer<? super A> unclaimed;
    private final Gathering<Call<Q, A>> gathering;

    /**
     * At most so many rounds at once, calls in one, calls that wait, and time for a round.
     *
     * @param company how many calls begin a round at once while another is under way
     */
    public record Bounds(int rounds, int company, int calls, int waiting, Duration patience) {}

    private static final class Call<Q, A> {
        private final Q question;
        private final UniEmitter<? super A> caller;
        private volatile boolean gone;

        Call(Q question, UniEmitter<? super A> caller) {
            this.question = question;
            this.caller = caller;
            caller.onTermination(() -> gone = true);
        }
    }

    /**
     * @param round gives an answer for each question, in their order
     * @param isOnesFault whether a failure may be due to one of the questions, and not to what all of them need
     */
    public SharedRounds(Function<List<Q>, Uni<List<A>>> round, Predicate<Throwable> isOnesFault, Bounds bounds) {
        this(round, isOnesFault, bounds, answer -> {});
    }

    /** @param unclaimed gets an answer whose caller has gone away */
    public SharedRounds(Function<List<Q>, Uni<List<A>>> round, Predicate<Throwable> isOnesFault, Bounds bounds,
            Consumer<? super A> unclaimed) {
        this.round = round;
        this.isOnesFault = isOnesFault;
        this.patience = bounds.patience();
        this.unclaimed = unclaimed;
        this.gathering = new Gathering<>(bounds, call -> call.gone, () -> RoundContext.afterAMoment(this::startAfterAMoment));
    }

    /** Fails with {@link TooMany} when too many wait already. The answer may come on any thread. */
    public Uni<A> ask(Q question) {
        return Uni.createFrom().emitter(caller -> {
            if (gathering.add(new Call<>(question, caller))) RoundContext.afterThisTurn(this::startNext);
            else
                caller.fail(new TooMany());
        });
    }

    private void startNext() {
        start(gathering.take());
    }

    private void startAfterAMoment() {
        start(gathering.takeAfterAMoment());
    }

    private void start(List<Call<Q, A>> calls) {
        if (calls.isEmpty()) return;
        answers(calls).subscribe().with(answers -> {
            end();
            for (int at = 0; at < calls.size(); at++)
                give(calls.get(at), answers.get(at));
        }, failure -> {
            if (calls.size() > 1 && isOnesFault.test(failure)) repeatSingly(calls);
            else {
                end();
                calls.forEach(call -> call.caller.fail(failure));
            }
        });
    }

    private void give(Call<Q, A> call, A answer) {
        if (call.gone) unclaimed.accept(answer);
        else
            call.caller.complete(answer);
    }

    private void repeatSingly(List<Call<Q, A>> calls) {
        Multi.createFrom().iterable(calls).onItem().transformToUniAndConcatenate(this::alone).collect().last()
                .subscribe().with(done -> end(), unforeseen -> end());
    }

    private Uni<Void> alone(Call<Q, A> call) {
        return answers(List.of(call)).invoke(answers -> give(call, answers.getFirst()))
                .onFailure().invoke(call.caller::fail).replaceWithVoid().onFailure().recoverWithNull();
    }

    private Uni<List<A>> answers(List<Call<Q, A>> calls) {
        return Uni.createFrom().deferred(() -> round.apply(calls.stream().map(call -> call.question).toList()))
                .invoke(answers -> requireOneEach(calls.size(), answers.size()))
                .ifNoItem().after(patience).failWith(TimeoutException::new);
    }

    private static void requireOneEach(int questions, int answers) {
        if (answers != questions) throw new IllegalStateException(questions + " questions were given " + answers + " answers");
    }

    private void end() {
        gathering.end();
        RoundContext.afterThisTurn(this::startNext);
    }
}
