package ai.igent.maestro.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be active in one session, by what its user was answered. It knows when calls began and ended, and nothing of how they are done: a thing may
 * be granted only if a confirmation of it ended after the latest withdrawal of it, among those that had been answered, began.
 *
 * <p>A thing is written {@code id|epoch|variable}, as a person was shown it.
 */
final class Consented {
    private static final long NOT_YET = Long.MAX_VALUE;

    private final List<Confirmation> confirmations = new ArrayList<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private final Map<Long, Set<String>> sets = new HashMap<>();
    private long time;
    private long over = NOT_YET;

    /** Under way until its end is known. */
    static final class Confirmation {
        private final Set<String> shown;
        private long ended = NOT_YET;

        private Confirmation(Set<String> shown) {
            this.shown = shown;
        }
    }

    private record Withdrawal(Set<String> ids, long began, long answered) {}

    /** The place of something in the order of what happens. */
    synchronized long now() {
        return ++time;
    }

    synchronized Confirmation confirming(Set<String> shown) {
        var confirmation = new Confirmation(shown);
        confirmations.add(confirmation);
        return confirmation;
    }

    synchronized void answered(Confirmation confirmation, boolean inForce) {
        if (inForce) confirmation.ended = now();
        else
            confirmations.remove(confirmation);
    }

    /** It began at {@code began}, and has been answered. */
    synchronized void withdrawn(Set<String> ids, long began) {
        withdrawals.add(new Withdrawal(ids, began, now()));
    }

    /** The end of the session has been answered. */
    synchronized void over() {
        over = Math.min(over, now());
    }

    synchronized boolean isOver() {
        return over != NOT_YET;
    }

    /** @return what is wrong with a grant that was asked for at {@code asked}, or null */
    synchronized String objection(long asked, long revision, Set<String> granted) {
        if (asked > over) return "granted in a session that was over";
        for (String thing : granted)
            if (!mayBeActive(thing, asked)) return thing + " was granted and not consented to";
        var known = sets.putIfAbsent(revision, new HashSet<>(granted));
        return known == null || known.equals(granted) ? null : "revision " + revision + " was " + known + " and is " + granted;
    }

    private boolean mayBeActive(String thing, long asked) {
        String id = thing.substring(0, thing.indexOf('|'));
        long latest = withdrawals.stream().filter(each -> each.answered() < asked && each.ids().contains(id)).mapToLong(Withdrawal::began)
                .max().orElse(0);
        return confirmations.stream().anyMatch(each -> each.shown.contains(thing) && each.ended > latest);
    }
}
