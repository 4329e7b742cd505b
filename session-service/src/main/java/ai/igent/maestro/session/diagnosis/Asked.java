package ai.igent.maestro.session.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.InvalidWord;

/** What a diagnosis is asked for: an id, a name, a variable or an account; null for all that is active or requested. */
record Asked(String name) {
    private static final int LONGEST = 200;
    private static final int MOST = 20;

    /** @throws InvalidWord when it is too long or empty */
    Asked {
        if (name != null && (name.isBlank() || name.length() > LONGEST)) throw new InvalidWord("secret must have 1 to 200 characters");
    }

    /** At most 20: more is not a question about something. */
    List<Candidate> among(Facts facts) {
        return all(facts).stream().limit(MOST).toList();
    }

    /** Whether it has to be looked for among everything there is. */
    boolean isByName() {
        return name != null && id().isEmpty();
    }

    /** What all is to be said of: what is meant, as far as it is known by now, and what only its owner may know. */
    List<CandidateId> idsWith(Facts facts) {
        Stream<CandidateId> waitedFor = name == null ? facts.waitedFor().stream() : id().stream();
        return Stream.concat(ids(facts).stream(), waitedFor).distinct().limit(MOST).toList();
    }

    private Optional<CandidateId> id() {
        try {
            return Optional.of(new CandidateId(name));
        } catch (InvalidWord itsAName) {
            return Optional.empty();
        }
    }

    List<CandidateId> ids(Facts facts) {
        return among(facts).stream().map(Candidate::id).toList();
    }

    private List<Candidate> all(Facts facts) {
        if (name == null) return facts.known().stream().filter(candidate -> concerns(facts, candidate)).toList();
        List<Candidate> named = facts.known().stream().filter(this::names).toList();
        List<Candidate> living = named.stream().filter(candidate -> !candidate.isDeleted()).toList();
        return living.isEmpty() ? named : living;
    }

    private static boolean concerns(Facts facts, Candidate candidate) {
        return facts.active(candidate.id()).isPresent() || facts.isWaitedFor(candidate.id());
    }

    private boolean names(Candidate candidate) {
        return name.equals(candidate.id().text()) || name.equalsIgnoreCase(candidate.name())
                || name.equalsIgnoreCase(candidate.variable().text()) || name.equalsIgnoreCase(candidate.account());
    }
}
