package ai.igent.maestro.local.bench;

import java.util.List;

/** What is measured together. A failure of one row does not end the others. */
public interface Row {
    /** By which it is asked for. */
    String name();

    List<Line> measure(Lab lab);
}
