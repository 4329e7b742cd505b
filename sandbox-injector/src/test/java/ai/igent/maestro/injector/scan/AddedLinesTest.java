package ai.igent.maestro.injector.scan;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class AddedLinesTest {
    private static final String DIFF = """
            diff --git a/src/app.py b/src/app.py
            index 83db48f..bf269f4 100644
            --- a/src/app.py
            +++ b/src/app.py
            @@ -10,4 +10,5 @@ def main():
             unchanged
            -removed
            +first added
            +++ second added
             unchanged

            @@ -30 +31 @@
            --- removed that looks like a header
            +third added
            \\ No newline at end of file
            diff --git "a/\\303\\251 \\"x\\".txt" "b/\\303\\251 \\"x\\".txt"
            new file mode 100644
            --- /dev/null
            +++ "b/\\303\\251 \\"x\\".txt"
            @@ -0,0 +1,2 @@
            +@@ -1 +1 @@
            +fourth
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 10_000})
    void areTakenFromTheHunksWithTheirPlaces(int piece) {
        assertThat(added(DIFF, piece)).containsExactly("src/app.py:11:first added", "src/app.py:12:++ second added",
                "src/app.py:31:third added",
                "é \"x\".txt:1:@@ -1 +1 @@", "é \"x\".txt:2:fourth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+++ b/x\tThu Jan 1 00:00:00 1970", "+++ x", "+++ w/x"})
    void comeFromAFileNamedAsDiffsNameFiles(String header) {
        assertThat(added(header + "\n@@ -1,0 +2 @@\n+line\n", 3)).containsExactly("x:2:line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@@ -1 +1", "@@ -99999999999999999999 +1 @@", "@@@ -1 -1 +1,2 @@@", "+not in a hunk", "\\ x"})
    void areNotFoundWhereNoHunkIs(String line) {
        assertThat(added("+++ b/x\n" + line + "\n+line\n", 3)).isEmpty();
    }

    private static List<String> added(String diff, int piece) {
        AddedLines lines = new AddedLines();
        byte[] bytes = diff.getBytes(UTF_8);
        StringBuilder taken = new StringBuilder();
        List<String> added = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int from = 0; from < bytes.length; from += piece)
            taken.append(new String(lines.take(java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece))), UTF_8));
        for (char read : taken.toString().toCharArray())
            if (read == '\n') {
                added.add(lines.path() + ":" + lines.number() + ":" + line);
                line.setLength(0);
                lines.next();
            } else
                line.append(read);
        return added;
    }
}
