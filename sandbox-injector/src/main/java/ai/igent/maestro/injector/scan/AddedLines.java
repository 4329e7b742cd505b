package ai.igent.maestro.injector.scan;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A unified diff, of which the added lines count. Within a hunk its header says how many lines follow, so that nothing in them is taken for a header;
 * what stands between hunks is kept only as far as a header can be long.
 *
 * <pre>
 * between hunks --- "@@ -a,b +c,d @@" ---> in a hunk --- b old and d new lines read ---> between hunks
 * </pre>
 */
final class AddedLines implements Scanned {
    private static final int LONGEST_HEADER = 8 * 1024;

    private final Deque<Line> added = new ArrayDeque<>();
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private Line current = new Line(null, 1);
    /** How many added lines further the reading is than {@code current}; the next may not have come yet. */
    private long ahead = 1;
    private String path;
    private long number;
    private long oldLeft;
    private long newLeft;
    private LineKind kind;

    @Override
    public byte[] take(byte[] piece) {
        ByteArrayOutputStream taken = new ByteArrayOutputStream(piece.length);
        for (byte read : piece)
            if (kind != null) inLine(read, taken);
            else if (oldLeft > 0 || newLeft > 0) beginLine(read);
            else
                betweenHunks(read);
        return taken.toByteArray();
    }

    @Override
    public void next() {
        ahead++;
        catchUp();
    }

    @Override
    public long number() {
        catchUp();
        return current.number();
    }

    @Override
    public String path() {
        catchUp();
        return current.path();
    }

    private void catchUp() {
        for (; ahead > 0 && !added.isEmpty(); ahead--)
            current = added.poll();
    }

    /** The first byte of a line says what becomes of it. An empty line is an unchanged one whose space got lost. */
    private void beginLine(byte read) {
        kind = LineKind.of(read);
        if (kind.isOld()) oldLeft--;
        if (kind == LineKind.ADDED) added.add(new Line(path, number));
        if (kind.isNew()) {
            newLeft--;
            number++;
        }
        if (read == '\n') kind = null;
    }

    private void inLine(byte read, ByteArrayOutputStream taken) {
        if (kind == LineKind.ADDED) taken.write(read);
        if (read == '\n') kind = null;
    }

    private void betweenHunks(byte read) {
        if (read != '\n') {
            if (header.size() < LONGEST_HEADER) header.write(read);
            return;
        }
        DiffHeader.of(header.toByteArray()).ifPresent(this::heed);
        header.reset();
    }

    private void heed(DiffHeader told) {
        switch (told) {
            case DiffHeader.NewFile file -> path = file.path();
            case DiffHeader.Hunk hunk -> {
                number = hunk.from();
                oldLeft = hunk.oldLines();
                newLeft = hunk.newLines();
            }
        }
    }

    private record Line(String path, long number) {}

    private enum LineKind {
        ADDED,
        REMOVED,
        UNCHANGED,
        REMARK;

        static LineKind of(byte first) {
            return switch (first) {
                case '+' -> ADDED;
                case '-' -> REMOVED;
                case '\\' -> REMARK;
                default -> UNCHANGED;
            };
        }

        boolean isOld() {
            return this == REMOVED || this == UNCHANGED;
        }

        boolean isNew() {
            return this == ADDED || this == UNCHANGED;
        }
    }
}
