package ai.igent.maestro.vault.dotenv;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The cases of the dotenv of Node.js, and where this reader is stricter. */
class DotenvTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, value = {
            "BASIC=basic|BASIC|basic",
            "export EXPORTED=yes|EXPORTED|yes",
            "  INDENTED = spaced  |INDENTED|spaced",
            "YAML: like|YAML|like",
            "SINGLE='single quotes'|SINGLE|single quotes",
            "SPACED='  kept  '|SPACED|  kept  ",
            "DOUBLE=\"double \\n expanded\"|DOUBLE|double \\n expanded",
            "RAW='raw \\n kept'|RAW|raw \\n kept",
            "BACKTICK=`both ' and \"`|BACKTICK|both ' and \"",
            "INLINE=value # comment|INLINE|value",
            "HASH=\"with # hash\" # comment|HASH|with # hash",
            "EQUALS=a=b==|EQUALS|a=b==",
            "ESCAPED='it\\'s'|ESCAPED|it\\'s",
            "JSON={\"foo\": \"bar\"}|JSON|{\"foo\": \"bar\"}",
            "export=1|export|1",
            "WITH.DOT-AND_MORE=x|WITH.DOT-AND_MORE|x"})
    void anAssignmentIsReadAsDotenvReadsIt(String text, String name, String value) {
        String expected = name.equals("DOUBLE") ? value.replace("\\n", "\n") : value;

        assertThat(DotenvText.read(text)).singleElement().satisfies(line -> assertAssigned(line, 1, name, expected));
    }

    @Test
    void aQuotedValueMayGoOverLinesAndTheNextOneKeepsItsNumber() {
        List<Line> lines = DotenvText.read("# first\n\nKEY=\"-----BEGIN\nabc\n-----END\"\r\nNEXT='x'\n");

        assertAssigned(lines.get(0), 3, "KEY", "-----BEGIN\nabc\n-----END");
        assertAssigned(lines.get(1), 6, "NEXT", "x");
        assertThat(lines).hasSize(2);
    }

    @Test
    void emptyLinesAndCommentsAreNothing() {
        assertThat(DotenvText.read("\n  \n# comment\n\t# another\n\uFEFF")).isEmpty();
        assertThat(DotenvText.read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"just words|unreadable", "=value|unreadable", "EMPTY=|invalid-value",
            "EMPTY=''|invalid-value", "EMPTY= # comment|invalid-value", "OPEN=\"never ends|unterminated-quote",
            "AFTER='a' 'b'|text-after-quote"})
    void whatIsNoValueIsNamedByItsLine(String text, String code) {
        List<Line> lines = DotenvText.read("A=1\n" + text + "\nB=2");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isInstanceOfSatisfying(Line.Unfit.class, unfit -> {
            assertThat(unfit.number()).isEqualTo(2);
            assertThat(unfit.code()).isEqualTo(code);
        });
        assertAssigned(lines.get(2), 3, "B", "2");
    }

    @Test
    void aLongValueFullOfEscapesIsReadInOnePass() {
        String value = "\\'x".repeat(20_000);

        assertAssigned(DotenvText.read("LONG='" + value + "'").getFirst(), 1, "LONG", value);
    }

    private static void assertAssigned(Line line, int number, String name, String value) {
        assertThat(line).isInstanceOfSatisfying(Line.Assignment.class, assignment -> {
            assertThat(assignment.number()).isEqualTo(number);
            assertThat(assignment.name()).isEqualTo(name);
            assertThat(assignment.value().<String>borrow(utf8 -> new String(utf8, UTF_8))).isEqualTo(value);
        });
    }
}
