package ai.igent.maestro.injector.recognition;

import java.util.Arrays;

/**
 * Finds all patterns at once, in one step per byte. A state stands for the longest end of what was read that is the beginning of a pattern.
 *
 * <p>States are numbered in preorder, so a state with one follower is followed by the next number and needs one comparison; only where patterns part
 * is there a row with the follower for each class of bytes. Most states of long patterns follow a line, so memory grows with the patterns' length and
 * not with the size of the alphabet.
 */
final class Automaton {
    static final int START = 0;
    static final int NOTHING = -1;

    /** Class of a byte; 0 when no pattern has it. */
    private final short[] classes;
    /** The class that leads to the next state, 0 when none does. */
    private final short[] next;
    /** Where to go on when {@link #next} does not fit; a row's number, as its complement, where patterns part. */
    private final int[] otherwise;
    private final int[] rows;
    private final int width;
    private final int[] depth;
    private final int[] open;
    /** The longest pattern that ends in a state. */
    private final int[] ending;
    /** The longest pattern that is a proper end of a pattern. */
    private final int[] shorter;
    private final int[] lengths;
    private final Find[] finds;

    Automaton(AutomatonParts parts) {
        classes = parts.classes;
        next = parts.next;
        otherwise = parts.otherwise;
        rows = parts.rows;
        width = parts.width;
        depth = parts.depth;
        open = parts.open;
        ending = parts.ending;
        shorter = parts.shorter;
        lengths = parts.lengths;
        finds = parts.finds;
    }

    int step(int state, byte read) {
        int cls = classes[read & 0xff];
        if (cls == 0) return START;
        int at = state;
        while (true) {
            int other = otherwise[at];
            if (other < 0) return rows[~other * width + cls];
            if (next[at] == cls) return at + 1;
            at = other;
        }
    }

    /** How many bytes of what was read a state stands for. */
    int depth(int state) {
        return depth[state];
    }

    /** How many bytes of what was read can still become more of a pattern than they are. */
    int open(int state) {
        return open[state];
    }

    /** The longest pattern that ends in a state, or {@link #NOTHING}. */
    int ending(int state) {
        return ending[state];
    }

    /** The next shorter pattern that ends where this one ends, or {@link #NOTHING}. */
    int shorter(int pattern) {
        return shorter[pattern];
    }

    int length(int pattern) {
        return lengths[pattern];
    }

    Find find(int pattern) {
        return finds[pattern];
    }

    int longest() {
        int longest = 0;
        for (int length : lengths)
            longest = Math.max(longest, length);
        return longest;
    }

    /** Afterwards it finds nothing and holds nothing of the patterns. */
    void wipe() {
        Arrays.fill(classes, (short) 0);
        Arrays.fill(next, (short) 0);
        Arrays.fill(rows, START);
        Arrays.fill(otherwise, ~0);
        Arrays.fill(ending, NOTHING);
    }
}
