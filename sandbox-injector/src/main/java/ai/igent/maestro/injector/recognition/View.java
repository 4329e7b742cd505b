package ai.igent.maestro.injector.recognition;

/**
 * The text as a decoder reads it. As long as that is the text itself, the view only follows the reading of the text. From a special byte on it reads
 * for itself, until both have come to the same state by the same bytes.
 */
final class View {
    static final long NOWHERE = Long.MAX_VALUE;

    private static final int FEWEST_PLACES = 16;

    private final Automaton automaton;
    private final Decoder decoder;
    private final Founds founds;
    /** Where the latest decoded bytes begin in the text; the low bits are enough, since all are near. */
    private int[] places;
    private boolean apart;
    private long apartFrom;
    private int state;
    private long told;
    private long latest;
    private long end;
    /** Decoded bytes since the last that does not stand for itself. */
    private long plain;

    View(Automaton automaton, Decoder decoder, Founds founds) {
        this.automaton = automaton;
        this.decoder = decoder;
        this.founds = founds;
    }

    boolean isApart() {
        return apart;
    }

    boolean isSpecial(byte read) {
        return decoder.isSpecial(read);
    }

    /** Reads a byte; {@code before} and {@code after} are the states of the reading of the text itself. */
    void read(byte read, long place, int before, int after) {
        if (!apart) {
            if (!decoder.isSpecial(read)) return;
            part(place, before);
        }
        decoder.read(read, place, this);
        if (state == after && decoder.pendingFrom() == NOWHERE && plain >= automaton.depth(state)) apart = false;
    }

    void end() {
        if (apart) decoder.end(this);
    }

    /** Where the earliest value begins that could still be found here; {@link #NOWHERE} when the reading of the text knows. */
    long openFrom() {
        if (!apart) return NOWHERE;
        int open = automaton.open(state);
        return open == 0 ? decoder.pendingFrom() : beginWorthHolding(open);
    }

    /** A byte that stands for itself. */
    void tell(byte decoded, long place) {
        plain++;
        step(decoded, place, place + 1);
    }

    /** A byte that something else in the text stands for. */
    void tell(byte decoded, long from, long to) {
        plain = 0;
        step(decoded, from, to);
    }

    /** What stands at {@code place} in the text stands for nothing. */
    void skip(long place) {
        plain = 0;
        end = place + 1;
    }

    /** Something ends here that no value goes across. */
    void forget() {
        state = Automaton.START;
    }

    private void part(long place, int before) {
        if (places == null) places = new int[Integer.highestOneBit(Math.max(FEWEST_PLACES, automaton.longest())) << 1];
        apart = true;
        apartFrom = place;
        state = before;
        told = 0;
        end = place;
        plain = automaton.depth(before);
    }

    private void step(byte decoded, long from, long to) {
        state = automaton.step(state, decoded);
        places[(int) told & places.length - 1] = (int) from;
        latest = from;
        end = to;
        told++;
        for (int pattern = automaton.ending(state); pattern != Automaton.NOTHING; pattern = automaton.shorter(pattern))
            if (automaton.length(pattern) > plain && decoder.counts(automaton.find(pattern))) {
                Find find = automaton.find(pattern);
                founds.add(new Found(new Find(find.name(), decoder.encoding(find)), beginWorthHolding(automaton.length(pattern)), to));
                return;
            }
    }

    /** Where the last {@code count} decoded bytes begin in the text. */
    private long begin(int count) {
        if (count == 0) return end;
        if (count > told) return apartFrom - (count - told);
        int low = places[(int) (told - count) & places.length - 1];
        return latest - ((int) latest - low & 0xffffffffL);
    }

    /** The same, or behind what is left out soon after it. */
    private long beginWorthHolding(int count) {
        long begin = begin(count);
        for (int fewer = 1; fewer <= Math.min(decoder.notHeldBack(), count); fewer++)
            if (begin(count - fewer) - begin(count - fewer + 1) > 1) begin = begin(count - fewer);
        return begin;
    }
}
