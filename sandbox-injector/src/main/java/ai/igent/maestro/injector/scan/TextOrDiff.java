package ai.igent.maestro.injector.scan;

import java.util.Arrays;
import java.util.List;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A text of which nobody has said what it is: a diff if it begins as those of git do. */
final class TextOrDiff implements Scanned {
    private static final List<byte[]> BEGINNINGS = List.of("diff --git ".getBytes(US_ASCII), "--- a/".getBytes(US_ASCII),
            "--- /dev/null".getBytes(US_ASCII));

    private byte[] beginning = new byte[0];
    private Scanned decided;

    @Override
    public byte[] take(byte[] piece) {
        if (decided != null) return decided.take(piece);
        byte[] before = beginning;
        beginning = Arrays.copyOf(before, before.length + piece.length);
        System.arraycopy(piece, 0, beginning, before.length, piece.length);
        if (BEGINNINGS.stream().anyMatch(this::isBegun)) return new byte[0];
        return decide();
    }

    @Override
    public byte[] end() {
        return decided == null ? decide() : decided.end();
    }

    private byte[] decide() {
        decided = BEGINNINGS.stream().anyMatch(this::isGiven) ? new AddedLines() : new WholeText();
        return decided.take(beginning);
    }

    /** What there is could become this beginning. */
    private boolean isBegun(byte[] of) {
        return beginning.length < of.length && Arrays.mismatch(beginning, of) == beginning.length;
    }

    private boolean isGiven(byte[] whole) {
        return Arrays.mismatch(beginning, whole) == whole.length || Arrays.equals(beginning, whole);
    }

    @Override
    public void next() {
        decided.next();
    }

    @Override
    public long number() {
        return decided.number();
    }

    @Override
    public String path() {
        return decided.path();
    }
}
