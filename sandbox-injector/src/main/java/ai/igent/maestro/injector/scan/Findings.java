package ai.igent.maestro.injector.scan;

import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.injector.recognition.Find;
import ai.igent.maestro.injector.recognition.Sink;

/** Counts lines and columns and notes what is found, up to a number that a person might still look at. */
final class Findings implements Sink {
    static final int MOST = 1000;

    private final Lines lines;
    private final List<Finding> findings = new ArrayList<>();
    private boolean complete = true;
    private long column = 1;

    Findings(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++)
            if (bytes[at] == '\n') {
                lines.next();
                column = 1;
            } else if (beginsCharacter(bytes[at])) column++;
    }

    @Override
    public void found(Find find) {
        if (findings.size() < MOST) findings.add(new Finding(find.name(), lines.path(), lines.number(), column, find.encoding()));
        else
            complete = false;
    }

    @Override
    public void covered(byte[] bytes, int from, int to) {
        text(bytes, from, to);
    }

    /** A copy. */
    List<Finding> all() {
        return List.copyOf(findings);
    }

    boolean isComplete() {
        return complete;
    }

    /** Every byte of UTF-8 but those that continue a character. */
    private static boolean beginsCharacter(byte each) {
        return (each & 0xc0) != 0x80;
    }
}
