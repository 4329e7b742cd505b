package ai.igent.maestro.session.phrase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ai.igent.maestro.vocabulary.InvalidWord;

import static org.assertj.core.api.Assertions.assertThat;

/** Every phrase of {@code phrases.txt} has the outcome that stands beside it. The outcomes, with why, are left in {@code target/phrases.md}. */
class PhraseTableTest {
    private static final Path SHOWN = Path.of("target/phrases.md");

    private final Wardrobe wardrobe = Wardrobe.full();

    @TestFactory
    Stream<DynamicTest> readsEveryPhraseOfTheTableAsExpected() {
        return PhraseTable.rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.phrase(), () -> assertThat(outcome(row)).isEqualTo(row.outcome())));
    }

    @Test
    void theTableIsLongAndAFifthOfItIsHostile() throws IOException {
        List<PhraseTable.Row> rows = PhraseTable.rows();
        Files.createDirectories(SHOWN.getParent());
        Files.write(SHOWN, shown(rows));

        assertThat(rows).hasSizeGreaterThanOrEqualTo(150);
        assertThat(rows).filteredOn(PhraseTable.Row::isHostile).hasSizeGreaterThanOrEqualTo(30);
        assertThat(rows).extracting(row -> row.phrase() + row.active()).doesNotHaveDuplicates();
    }

    @Test
    void everyMatchSaysWhy() {
        for (PhraseTable.Row row : PhraseTable.rows()) {
            if (row.outcome().equals("refused")) continue;
            var reading = read(row);
            assertThat(Stream.concat(reading.activate().stream(), reading.deactivate().stream())).as(row.phrase())
                    .noneMatch(match -> match.why().isBlank());
        }
    }

    private List<String> shown(List<PhraseTable.Row> rows) {
        List<String> lines = new ArrayList<>();
        String part = "";
        for (PhraseTable.Row row : rows) {
            if (!row.part().equals(part))
                lines.addAll(List.of("", "## " + row.part(), "", "| phrase | active before | outcome | why |", "|---|---|---|---|"));
            part = row.part();
            lines.add("| " + visible(row.phrase()) + " | " + row.active() + " | " + outcome(row) + " | " + why(row) + " |");
        }
        return lines;
    }

    private static String visible(String phrase) {
        return phrase.codePoints().mapToObj(c -> Character.getType(c) == Character.FORMAT ? "<U+%04X>".formatted(c) : Character.toString(c))
                .collect(Collectors.joining()).replace("|", "\\|").replace("\n", " ");
    }

    private String why(PhraseTable.Row row) {
        if (row.outcome().equals("refused")) return "";
        var reading = read(row);
        return Stream.concat(reading.activate().stream(), reading.deactivate().stream())
                .map(match -> wardrobe.names(List.of(match.candidate().id())) + ": " + match.why()).collect(Collectors.joining("; "));
    }

    private String outcome(PhraseTable.Row row) {
        try {
            return outcome(read(row));
        } catch (InvalidWord refusal) {
            return "refused";
        }
    }

    private Reading read(PhraseTable.Row row) {
        return new PhraseReader().read(new Phrase(row.phrase()), Wardrobe.CATALOG, wardrobe.all(), wardrobe.some(row.active()));
    }

    private String outcome(Reading reading) {
        if (reading.matchesNothing())
            return "nothing: " + codes(reading);
        var outcome = new StringBuilder();
        if (!reading.activate().isEmpty()) outcome.append("+ ").append(names(reading.activate())).append(' ');
        if (!reading.deactivate().isEmpty()) outcome.append("- ").append(names(reading.deactivate())).append(' ');
        reading.choices().forEach(choice -> outcome.append("? ")
                .append(choice.options().stream().map(option -> wardrobe.names(option.ids())).collect(Collectors.joining(" or ")))
                .append(' '));
        reading.duration().ifPresent(duration -> outcome.append(duration).append(' '));
        if (!reading.hints().isEmpty()) outcome.append("! ").append(codes(reading));
        return outcome.toString().strip();
    }

    private static String codes(Reading reading) {
        return reading.hints().stream().map(Hint::code).sorted().collect(Collectors.joining(" "));
    }

    private String names(List<Match> matches) {
        return wardrobe.names(matches.stream().map(match -> match.candidate().id()).toList());
    }
}
