package ai.igent.maestro.injector.recognition;

import java.util.Arrays;

/**
 * The reading of one text, in pieces of any size: how it is cut changes nothing. Not thread-safe.
 *
 * <p>Where finds overlap, the leftmost and of those the longest comes first; one that reaches further begins where it begins, so that no byte of any
 * value remains. Overlapping finds of one value are one.
 */
public final class Reading {
    private static final int SLICE = 16 * 1024;

    private final Automaton automaton;
    private final Sink sink;
    private final Founds founds = new Founds();
    private final View[] views;
    private final boolean[] special = new boolean[256];
    private byte[] held = new byte[SLICE];
    private int heldCount;
    private long heldFrom;
    private int state = Automaton.START;
    private Found open;

    Reading(Automaton automaton, Sink sink) {
        this.automaton = automaton;
        this.sink = sink;
        views = new View[]{new View(automaton, new PercentDecoder(), founds), new View(automaton, new JsonDecoder(), founds),
                new View(automaton, new UnwrapDecoder(), founds)};
        for (int value = 0; value < special.length; value++)
            for (View view : views)
                special[value] |= view.isSpecial((byte) value);
    }

    public void read(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += SLICE)
            readSlice(bytes, at, Math.min(to, at + SLICE));
    }

    /** The text is over; everything is handed on. */
    public void end() {
        for (View view : views)
            view.end();
        handOn(heldFrom + heldCount);
    }

    /** Goes on with another automaton: what could still become part of a value is read anew. */
    Reading continueWith(Automaton other) {
        Reading reading = new Reading(other, sink);
        reading.heldFrom = heldFrom;
        reading.open = open;
        reading.read(held, 0, heldCount);
        forget();
        return reading;
    }

    /** Wipes what is remembered of the text. */
    public void forget() {
        Arrays.fill(held, (byte) 0);
        heldCount = 0;
    }

    private void readSlice(byte[] bytes, int from, int to) {
        int count = to - from;
        if (heldCount + count > held.length) grow(heldCount + count);
        System.arraycopy(bytes, from, held, heldCount, count);
        recognize(heldCount, heldCount + count);
        heldCount += count;
        handOn(openFrom());
    }

    private void grow(int atLeast) {
        byte[] old = held;
        held = Arrays.copyOf(old, Math.max(atLeast, 2 * old.length));
        Arrays.fill(old, (byte) 0);
    }

    private void recognize(int from, int to) {
        boolean apart = isAnyApart();
        for (int at = from; at < to; at++) {
            byte read = held[at];
            int before = state;
            state = automaton.step(before, read);
            if (apart || special[read & 0xff]) {
                for (View view : views)
                    view.read(read, heldFrom + at, before, state);
                apart = isAnyApart();
            }
            if (automaton.ending(state) != Automaton.NOTHING) add(heldFrom + at + 1);
        }
    }

    private boolean isAnyApart() {
        for (View view : views)
            if (view.isApart()) return true;
        return false;
    }

    private void add(long to) {
        for (int pattern = automaton.ending(state); pattern != Automaton.NOTHING; pattern = automaton.shorter(pattern))
            if (automaton.find(pattern).encoding() != Encoding.URL) {
                founds.add(new Found(automaton.find(pattern), to - automaton.length(pattern), to));
                return;
            }
    }

    /** Where the earliest value begins that could still be found. */
    private long openFrom() {
        long earliest = heldFrom + heldCount - automaton.open(state);
        for (View view : views)
            earliest = Math.min(earliest, view.openFrom());
        return earliest;
    }

    /** Hands on what lies before {@code place}; no find that is still to come begins there. */
    private void handOn(long place) {
        long told = heldFrom;
        for (Found found = founds.pollBefore(place); found != null; found = founds.pollBefore(place)) {
            if (open != null && found.from() < open.to() && (found.to() <= open.to() || isSameValue(found))) {
                open = new Found(open.find(), open.from(), Math.max(open.to(), found.to()));
                continue;
            }
            told = close(told, found.from());
            sink.found(found.find());
            open = found;
        }
        told = close(told, place);
        drop((int) (told - heldFrom));
    }

    private boolean isSameValue(Found found) {
        return found.find().name().equals(open.find().name());
    }

    /** Hands on up to {@code place}: first the rest of what is open, then text. */
    private long close(long told, long place) {
        long at = told;
        if (open != null) {
            long covered = Math.min(open.to(), Math.max(place, at));
            sink.covered(held, index(at), index(covered));
            at = covered;
            if (covered < open.to()) return at;
            open = null;
        }
        if (place > at) {
            sink.text(held, index(at), index(place));
            at = place;
        }
        return at;
    }

    private int index(long place) {
        return (int) (place - heldFrom);
    }

    private void drop(int count) {
        System.arraycopy(held, count, held, 0, heldCount - count);
        heldCount -= count;
        heldFrom += count;
    }
}
