package ai.igent.maestro.rounds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/** Who waits for a round, and how many are under way: says when the next one begins, and with whom. For any number of threads. */
final class Gathering<C> {
    private final SharedRounds.Bounds bounds;
    private final Predicate<C> isGone;
    private final Runnable moment;
    private final Queue<C> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean isMomentRunning;
    private boolean isMomentOver;

    /** @param moment starts a moment, at the end of which {@link #takeAfterAMoment} is called; one runs at a time */
    Gathering(SharedRounds.Bounds bounds, Predicate<C> isGone, Runnable moment) {
        this.bounds = bounds;
        this.isGone = isGone;
        this.moment = moment;
    }

    /** Whether there was room for it. */
    synchronized boolean add(C call) {
        return waiting.size() < bounds.waiting() && waiting.add(call);
    }

    /** What the next round is about, and its place among those under way; nothing when there is no place, nobody waits, or too few do yet. */
    synchronized List<C> take() {
        if (underWay == 0 || isMomentOver || waiting.size() >= Math.min(bounds.company(), bounds.calls())) return takeAll();
        if (!waiting.isEmpty() && !isMomentRunning) {
            moment.run();
            isMomentRunning = true;
        }
        return List.of();
    }

    /** The same, however few wait; where there is no place they need no company for the next one. */
    synchronized List<C> takeAfterAMoment() {
        isMomentRunning = false;
        isMomentOver = true;
        return takeAll();
    }

    private List<C> takeAll() {
        List<C> calls = new ArrayList<>();
        if (underWay == bounds.rounds()) return calls;
        isMomentOver = false;
        for (C call; calls.size() < bounds.calls() && (call = waiting.poll()) != null;)
            if (!isGone.test(call)) calls.add(call);
        if (!calls.isEmpty()) underWay++;
        return calls;
    }

    /** One of those under way has ended. */
    synchronized void end() {
        underWay--;
    }
}
