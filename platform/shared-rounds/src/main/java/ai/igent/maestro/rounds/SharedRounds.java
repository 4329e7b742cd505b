package ai.igent.maestro.rounds;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Lets concurrent calls share rounds. What is asked during one turn of an event loop goes together, at the end of that turn; while as many rounds as
 * allowed are under way, further calls gather for the next. Who comes while none is under way waits for nobody; else a further round begins with enough
 * company, or after a moment without: rounds of one or two questions cost nearly as much as those of ten.
 *
 * <p>A round that fails by one of its calls is repeated with each call alone, so that only that one fails. A caller who goes away takes nothing with
 * it: rounds belong to no caller.
 */
public final class SharedRounds<Q, A> {
    private static final Duration MOMENT = Duration.ofMillis(10);

    private final Function<List<Q>, Uni<List<A>>> round;
    private final Predicate<Throwable> isOnesFault;
    private final Bounds bounds;
    private final Consumer<? super A> unclaimed;
    private final Queue<Call<Q, A>> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean isMomentRunning;

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
        this.bounds = bounds;
        this.unclaimed = unclaimed;
    }

    /** Fails with {@link TooMany} when too many wait already. The answer may come on any thread. */
    public Uni<A> ask(Q question) {
        return Uni.createFrom().emitter(caller -> {
            if (enqueue(new Call<>(question, caller))) afterThisTurn(this::startNext);
            else
                caller.fail(new TooMany());
        });
    }

    private static void afterThisTurn(Runnable start) {
        on(Vertx.currentContext(), start);
    }

    private static void afterAMoment(Runnable start) {
        var context = Vertx.currentContext();
        Infrastructure.getDefaultWorkerPool().schedule(() -> on(context, start), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** On a context of the round's own: it is of no caller's request and no caller's trace. */
    private static void on(Context context, Runnable start) {
        if (context == null) start.run();
        else
            VertxContext.createNewDuplicatedContext(context).runOnContext(turnOver -> start.run());
    }

    private synchronized boolean enqueue(Call<Q, A> call) {
        return waiting.size() < bounds.waiting() && waiting.add(call);
    }

    private void startNext() {
        startWith(take());
    }

    private void startWith(List<Call<Q, A>> calls) {
        if (!calls.isEmpty()) start(calls);
    }

    /** What the next round is about, and its place among those under way; nothing when there is no place, nobody waits, or too few do yet. */
    private synchronized List<Call<Q, A>> take() {
        if (underWay == 0 || waiting.size() >= bounds.company()) return takeAll();
        if (!waiting.isEmpty() && !isMomentRunning) {
            isMomentRunning = true;
            afterAMoment(() -> startWith(takeAfterAMoment()));
        }
        return List.of();
    }

    private synchronized List<Call<Q, A>> takeAfterAMoment() {
        isMomentRunning = false;
        return takeAll();
    }

    private List<Call<Q, A>> takeAll() {
        List<Call<Q, A>> calls = new ArrayList<>();
        if (underWay == bounds.rounds()) return calls;
        for (Call<Q, A> call; calls.size() < bounds.calls() && (call = waiting.poll()) != null;)
            if (!call.gone) calls.add(call);
        if (!calls.isEmpty()) underWay++;
        return calls;
    }

    private void start(List<Call<Q, A>> calls) {
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
                .ifNoItem().after(bounds.patience()).failWith(TimeoutException::new);
    }

    private static void requireOneEach(int questions, int answers) {
        if (answers != questions) throw new IllegalStateException(questions + " questions were given " + answers + " answers");
    }

    private void end() {
        synchronized (this) {
            underWay--;
        }
        afterThisTurn(this::startNext);
    }
}
