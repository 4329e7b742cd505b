package ai.igent.maestro.session.phrase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;

/** What tells two sets of one integration apart. */
record CandidateSet(Owner owner, String account, Environment environment) {
    static Map<CandidateSet, List<Match>> of(List<Match> matches) {
        return matches.stream().collect(Collectors.groupingBy(match -> of(match.candidate()), LinkedHashMap::new, Collectors.toList()));
    }

    private static CandidateSet of(Candidate candidate) {
        return new CandidateSet(candidate.owner(), candidate.account(), candidate.environment());
    }

    static Choice choice(String topic, Map<CandidateSet, List<Match>> sets) {
        return Choice.of("Which one do you mean for " + topic + "?",
                sets.entrySet().stream().map(set -> option(set.getKey(), set.getValue())).toList());
    }

    private static Choice.Option option(CandidateSet set, List<Match> matches) {
        String label = matches.getFirst().candidate().setLabel();
        if (set.owner.kind() == Owner.Kind.ORGANIZATION) label += " of " + set.owner.id();
        return new Choice.Option(label, matches.stream().map(match -> match.candidate().id()).toList());
    }
}
