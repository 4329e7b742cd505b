package ai.igent.maestro.session.phrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every phrase of {@code phrases.txt} has the outcome that stands beside it. */
class PhraseTableTest {
    private final Wardrobe wardrobe = Wardrobe.full();

    @TestFactory
    Stream<DynamicTest> readsEveryPhraseOfTheTableAsExpected() throws IOException {
        return lines().stream().map(Row::of).map(row -> DynamicTest.dynamicTest(row.phrase(), () -> check(row)));
    }

    private void check(Row row) {
        var reading = new PhraseReader().read(new Phrase(row.phrase()), Wardrobe.CATALOG, wardrobe.all(), wardrobe.some(row.active()));

        assertThat(outcome(reading)).isEqualTo(row.outcome());
    }

    private String outcome(Reading reading) {
        if (reading.matchesNothing())
            return "nothing: " + reading.hints().stream().map(Hint::code).sorted().collect(Collectors.joining(" "));
        var outcome = new StringBuilder();
        if (!reading.activate().isEmpty()) outcome.append("+ ").append(names(reading.activate())).append(' ');
        if (!reading.deactivate().isEmpty()) outcome.append("- ").append(names(reading.deactivate())).append(' ');
        reading.choices().forEach(choice -> outcome.append("? ")
                .append(choice.options().stream().map(option -> wardrobe.names(option.ids())).collect(Collectors.joining(" or ")))
                .append(' '));
        reading.duration().ifPresent(outcome::append);
        return outcome.toString().strip();
    }

    private String names(List<Match> matches) {
        return wardrobe.names(matches.stream().map(match -> match.candidate().id()).toList());
    }

    private static List<String> lines() throws IOException {
        try (var table = new BufferedReader(
                new InputStreamReader(PhraseTableTest.class.getResourceAsStream("/phrases.txt"), StandardCharsets.UTF_8))) {
            return table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        }
    }

    /** phrase | active before | outcome */
    private record Row(String phrase, String active, String outcome) {
        static Row of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Row(parts[0].strip(), parts[1].strip(), parts[2].strip());
        }
    }
}
