package ai.igent.maestro.session.phrase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.vocabulary.InvalidWord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhraseTest {
    private static final List<String> WORDS = List.of("activate", "use", "turn", "on", "off", "deactivate", "aws", "github", "everything",
            "all",
            "production", "prod", "staging", "except", "not", "do", "for", "2", "hours", "half", "an", "and", ",", ".", "to", "because",
            "including",
            "half", "minutes", "apart", "from", "instead", "of", "until", "tomorrow", "keep", "just", "why", "?", "-5", "0", "AWS_PROD",
            "gihtub", "\u0410WS", "stripe", "billing", "\u2019", "'", "--", "9999", "d");

    @Test
    void isBoundedAndFreeOfControlCharacters() {
        for (String text : new String[]{"", "  ", "a\u0000b", "a\u001bb", "a\ud800b", "x".repeat(501)})
            assertThatThrownBy(() -> new Phrase(text)).isInstanceOf(InvalidWord.class);
        assertThat(new Phrase("activate canary").toString()).doesNotContain("canary");
    }

    @Test
    void whateverIsWrittenIsReadAndProductionIsSelectedOnlyWhenItIsNamed() {
        var random = new Random(7);
        var wardrobe = Wardrobe.full();
        for (int round = 0; round < 20_000; round++) {
            String text = String.join(" ", random.ints(1 + random.nextInt(14), 0, WORDS.size()).mapToObj(WORDS::get).toList());
            var reading = new PhraseReader().read(new Phrase(text), Wardrobe.CATALOG, wardrobe.all(), wardrobe.some("db gh-work"));
            boolean selectsProduction = reading.activate().stream().anyMatch(match -> match.candidate().isProduction());
            if (selectsProduction) assertThat(text.toLowerCase(java.util.Locale.ROOT)).contains("prod");
            assertThat(reading.activate()).extracting(match -> match.candidate().id()).doesNotHaveDuplicates();
            assertThat(reading.activate()).allMatch(match -> match.candidate().isActivatable() && !match.why().isBlank());
        }
    }

    @Test
    void moreThanAPersonCanLookThroughSelectsNothing() {
        var hundred = Wardrobe.manyOf(100);
        var more = Wardrobe.manyOf(101);

        assertThat(read("activate everything", hundred).activate()).hasSize(100);
        assertThat(read("activate everything", more).matchesNothing()).isTrue();
        assertThat(read("activate everything", more).hints()).contains(Hint.TOO_MANY);
        assertThat(read("activate KEY_17", more).activate()).hasSize(1);
    }

    @Test
    void aQuestionNamesAtMostTwentyChoicesAndSaysThatThereAreMore() {
        var choice = read("activate aws", Wardrobe.manyOf(30)).choices().getFirst();

        assertThat(choice.options()).hasSize(20);
        assertThat(choice.question()).contains("first 20 of 30");
    }

    @Test
    void aTimeThatWasNotUnderstoodIsSaid() {
        assertThat(read("activate KEY_3 until the tests pass", Wardrobe.manyOf(5)).hints()).contains(Hint.DURATION_UNCLEAR);
        assertThat(read("activate KEY_3 for two hours", Wardrobe.manyOf(5)).hints()).isEmpty();
    }

    @Test
    void whateverTimeIsWrittenIsTakenExactlyOrNothingIsSelected() {
        for (long seconds : new long[]{-86_400, -60, -1, 0, 1, 59, 60, 61, 3_600, 86_400, 2_591_999, 2_592_000, 2_592_001, 99_999_999}) {
            var reading = read("activate KEY_3 for " + seconds + " seconds", Wardrobe.manyOf(5));

            boolean possible = seconds >= 60 && seconds <= 2_592_000;
            assertThat(reading.duration()).isEqualTo(possible ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty());
            assertThat(reading.activate()).hasSize(possible ? 1 : 0);
            assertThat(reading.hints().contains(Hint.DURATION_UNUSABLE)).isEqualTo(!possible);
        }
    }

    private static Reading read(String text, List<Candidate> candidates) {
        return new PhraseReader().read(new Phrase(text), Wardrobe.CATALOG, candidates, List.of());
    }
}
