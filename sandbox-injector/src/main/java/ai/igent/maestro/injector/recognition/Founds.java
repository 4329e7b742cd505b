package ai.igent.maestro.injector.recognition;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was found and not yet handed on, by place. Whatever lies inside something else that was found is left out. */
final class Founds {
    private final Deque<Found> byPlace = new ArrayDeque<>();

    void add(Found found) {
        Deque<Found> behind = new ArrayDeque<>();
        while (!byPlace.isEmpty() && byPlace.peekLast().from() >= found.from()) {
            Found last = byPlace.pollLast();
            if (last.covers(found)) {
                byPlace.addLast(last);
                behind.forEach(byPlace::addLast);
                return;
            }
            if (!found.covers(last)) behind.addFirst(last);
        }
        if (byPlace.isEmpty() || !byPlace.peekLast().covers(found)) byPlace.addLast(found);
        behind.forEach(byPlace::addLast);
    }

    /** The next one that begins before this place, which is taken out; null when there is none. */
    Found pollBefore(long place) {
        return byPlace.isEmpty() || byPlace.peekFirst().from() >= place ? null : byPlace.pollFirst();
    }
}
