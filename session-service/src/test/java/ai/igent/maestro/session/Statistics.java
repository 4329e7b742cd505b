package ai.igent.maestro.session;

import java.util.Map;
import java.util.TreeMap;

/** How often things happened. */
final class Statistics {
    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    synchronized void add(Statistics other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Integer::sum));
    }

    synchronized int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
