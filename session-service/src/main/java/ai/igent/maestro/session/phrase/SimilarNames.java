package ai.igent.maestro.session.phrase;

import java.util.List;
import java.util.stream.Stream;

import ai.igent.maestro.session.candidate.Candidate;

/** What somebody may have meant by a name nothing has: one typing error away, or with the name within it. */
public final class SimilarNames {
    private static final int MOST = 5;
    private static final int SHORTEST_PART = 3;

    private SimilarNames() {}

    /** At most five, near misses first. */
    public static List<String> to(String name, List<Candidate> candidates) {
        String folded = SpokenWords.fold(name.strip());
        return Stream.concat(labels(candidates).filter(label -> TypingError.separates(folded, SpokenWords.fold(label))),
                labels(candidates).filter(label -> contain(SpokenWords.fold(label), folded))).distinct().limit(MOST).toList();
    }

    private static Stream<String> labels(List<Candidate> candidates) {
        return candidates.stream().<String>mapMulti((candidate, labels) -> {
            labels.accept(candidate.name());
            labels.accept(candidate.variable().text());
            if (candidate.account() != null) labels.accept(candidate.account());
        }).distinct().sorted();
    }

    private static boolean contain(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_PART && (one.contains(other) || other.contains(one));
    }
}
