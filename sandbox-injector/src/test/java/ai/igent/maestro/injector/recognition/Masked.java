package ai.igent.maestro.injector.recognition;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What remains of a text, with the names of what was found in it. */
final class Masked implements Sink {
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final List<Find> finds = new ArrayList<>();
    private int covered;

    @Override
    public void text(byte[] bytes, int from, int to) {
        rest.write(bytes, from, to - from);
    }

    @Override
    public void found(Find find) {
        finds.add(find);
        rest.writeBytes(("[" + find.name() + "]").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void covered(byte[] bytes, int from, int to) {
        covered += to - from;
    }

    byte[] bytes() {
        return rest.toByteArray();
    }

    String text() {
        return rest.toString(StandardCharsets.UTF_8);
    }

    List<Find> finds() {
        return finds;
    }

    int coveredBytes() {
        return covered;
    }
}
