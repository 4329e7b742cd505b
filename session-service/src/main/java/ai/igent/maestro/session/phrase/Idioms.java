package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words that mean together what none of them means alone, and what is read for them. */
final class Idioms {
    private static final List<String> NOTHING = List.of();
    private static final List<String> AND = List.of(SpokenWords.COMMA);
    private static final Map<List<String>, List<String>> IDIOMS = Map.ofEntries(means("as well as", AND), means("along with", AND),
            means("together with", AND), means("but also", AND), means("not only", NOTHING), means("not just", NOTHING),
            means("not merely", NOTHING), means("as soon as", List.of("when")), means("as long as", List.of("if")),
            means("in case", List.of("if")), means("provided that", List.of("if")), means("that's all", NOTHING),
            means("that is all", NOTHING), means("thanks all", NOTHING), means("thank you all", NOTHING),
            means("thanks for all", NOTHING), means("thanks for everything", NOTHING), means("thank you for everything", NOTHING),
            means("thank you for all", NOTHING), means("once and for all", NOTHING), means("after all", NOTHING),
            means("at all", NOTHING), means("all right", NOTHING), means("all the time", NOTHING), means("all the best", NOTHING),
            means("above all", NOTHING), means("first of all", NOTHING), means("if you could ,", AND), means("if you can ,", AND),
            means("if you would ,", AND), means("if you please ,", AND), means("if possible ,", AND), means("for good", List.of("forever")),
            means("for ever", List.of("forever")));
    private static final Map<String, List<List<String>>> BY_FIRST_WORD = IDIOMS.keySet().stream()
            .collect(Collectors.groupingBy(List::getFirst));

    private Idioms() {}

    static List<String> resolved(List<String> words) {
        List<String> plain = new ArrayList<>();
        for (int at = 0; at < words.size();) {
            List<String> idiom = at(words, at);
            plain.addAll(IDIOMS.getOrDefault(idiom, idiom));
            at += idiom.size();
        }
        return plain;
    }

    /** The idiom at {@code at}, or the one word that stands there. */
    private static List<String> at(List<String> words, int at) {
        for (List<String> idiom : BY_FIRST_WORD.getOrDefault(words.get(at), List.of()))
            if (at + idiom.size() <= words.size() && words.subList(at, at + idiom.size()).equals(idiom)) return idiom;
        return words.subList(at, at + 1);
    }

    private static Map.Entry<List<String>, List<String>> means(String idiom, List<String> read) {
        return Map.entry(List.of(idiom.split(" ")), read);
    }
}
