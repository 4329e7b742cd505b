package ai.igent.maestro.injector.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Builds an {@link Automaton}: sorted patterns give the states in preorder, a walk by depth then ties each to where a mismatch leads. */
final class AutomatonParts {
    private static final int NONE = -1;

    final short[] classes = new short[256];
    final short[] next;
    final int[] otherwise;
    final int[] depth;
    final int[] open;
    final int[] ending;
    final int[] shorter;
    final int[] lengths;
    final Find[] finds;
    final int width;
    int[] rows;

    private final List<Pattern> patterns;
    private final short[] label;
    private final int[] firstChild;
    private final int[] sibling;
    private int states;

    /** Of equal patterns the first counts. The patterns can be wiped afterwards. */
    static Automaton automaton(List<Pattern> patterns) {
        AutomatonParts parts = new AutomatonParts(distinct(patterns));
        parts.plant();
        parts.tie();
        Arrays.fill(parts.label, (short) 0);
        return new Automaton(parts);
    }

    private AutomatonParts(List<Pattern> patterns) {
        this.patterns = patterns;
        width = classify() + 1;
        int most = 1 + patterns.stream().mapToInt(pattern -> pattern.bytes().length).sum();
        label = new short[most];
        next = new short[most];
        otherwise = new int[most];
        depth = new int[most];
        open = new int[most];
        ending = new int[most];
        firstChild = filled(most);
        sibling = filled(most);
        shorter = filled(patterns.size());
        lengths = new int[patterns.size()];
        finds = new Find[patterns.size()];
        Arrays.fill(ending, Automaton.NOTHING);
    }

    private static List<Pattern> distinct(List<Pattern> patterns) {
        List<Pattern> sorted = new ArrayList<>(patterns);
        sorted.sort(Comparator.comparing(Pattern::bytes, Arrays::compareUnsigned));
        List<Pattern> distinct = new ArrayList<>();
        for (Pattern pattern : sorted)
            if (distinct.isEmpty() || !Arrays.equals(distinct.getLast().bytes(), pattern.bytes())) distinct.add(pattern);
        return distinct;
    }

    private int classify() {
        short count = 0;
        for (Pattern pattern : patterns)
            for (byte each : pattern.bytes())
                if (classes[each & 0xff] == 0) classes[each & 0xff] = ++count;
        return count;
    }

    /** Adds the patterns, each where it parts from the one before. */
    private void plant() {
        states = 1;
        int[] path = new int[1 + patterns.stream().mapToInt(pattern -> pattern.bytes().length).max().orElse(0)];
        byte[] before = new byte[0];
        for (int number = 0; number < patterns.size(); number++) {
            byte[] bytes = patterns.get(number).bytes();
            int common = Math.max(0, Arrays.mismatch(before, bytes));
            for (int at = common; at < bytes.length; at++)
                path[at + 1] = grow(path[at], classes[bytes[at] & 0xff], at + 1);
            ending[path[bytes.length]] = number;
            lengths[number] = bytes.length;
            finds[number] = new Find(patterns.get(number).name(), patterns.get(number).encoding());
            before = bytes;
        }
    }

    private int grow(int parent, short cls, int depthOfChild) {
        int child = states++;
        label[child] = cls;
        depth[child] = depthOfChild;
        sibling[child] = firstChild[parent];
        firstChild[parent] = child;
        return child;
    }

    private void tie() {
        int[] fallback = new int[states];
        int[] queue = new int[states];
        rows = new int[width * (int) IntStream.range(0, states).filter(this::parts).count()];
        int row = 0;
        int last = 1;
        for (int first = 0; first < last; first++) {
            int state = queue[first];
            if (parts(state)) fillRow(state, row++, fallback[state]);
            else
                followLine(state, fallback[state]);
            for (int child = firstChild[state]; child != NONE; child = sibling[child]) {
                fallback[child] = state == Automaton.START ? Automaton.START : step(fallback[state], label[child]);
                inheritEnding(child, fallback[child]);
                open[child] = firstChild[child] == NONE ? open[fallback[child]] : depth[child];
                queue[last++] = child;
            }
        }
    }

    /** The start has a row in any case: there a mismatch leads nowhere else. */
    private boolean parts(int state) {
        return state == Automaton.START || firstChild[state] != NONE && sibling[firstChild[state]] != NONE;
    }

    private void fillRow(int state, int row, int fallback) {
        for (int cls = 1; cls < width; cls++)
            rows[row * width + cls] = state == Automaton.START ? Automaton.START : step(fallback, (short) cls);
        for (int child = firstChild[state]; child != NONE; child = sibling[child])
            rows[row * width + label[child]] = child;
        otherwise[state] = ~row;
    }

    private void followLine(int state, int fallback) {
        next[state] = firstChild[state] == NONE ? 0 : label[firstChild[state]];
        otherwise[state] = fallback;
    }

    private void inheritEnding(int state, int fallback) {
        int longestEnd = ending[fallback];
        if (ending[state] == Automaton.NOTHING) ending[state] = longestEnd;
        else
            shorter[ending[state]] = longestEnd;
    }

    /** As the finished automaton steps; whatever lies less deep is already tied. */
    private int step(int state, short cls) {
        int at = state;
        while (otherwise[at] >= 0) {
            if (next[at] == cls) return at + 1;
            at = otherwise[at];
        }
        return rows[~otherwise[at] * width + cls];
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }
}
