package ai.igent.maestro.session.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.phrase.SimilarNames;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;

/** The answer: how the session stands, and the checks of each thing asked about. */
record Diagnosis(SessionId session, SessionStatus status, long revision, long appliedRevision, Instant at, List<Item> items) {
    /** What is not registered has no id, and nothing but its checks. */
    record Item(CandidateId id, String name, VariableName variable, String integration, String account, Environment environment,
            List<Check> checks) {}

    static Diagnosis of(Facts facts, Asked asked) {
        List<Candidate> meant = asked.among(facts);
        List<Item> items = new ArrayList<>(meant.stream().map(candidate -> item(facts, candidate)).toList());
        if (meant.isEmpty() && asked.name() != null) items.add(unknown(facts, asked.name()));
        var session = facts.session();
        return new Diagnosis(session.id(), session.statusAt(facts.now()), session.revision(), session.appliedRevision(), facts.now(),
                items);
    }

    private static Item item(Facts facts, Candidate candidate) {
        var way = new WayChecks(facts);
        List<Check> checks = new ArrayList<>(List.of(way.session(), way.registered(candidate)));
        if (facts.describes(candidate.id())) checks.addAll(ThingChecks.of(candidate));
        checks.addAll(List.of(way.activated(candidate), way.conflicts(candidate), way.delivered(candidate)));
        return new Item(candidate.id(), candidate.name(), candidate.variable(), candidate.integration(), candidate.account(),
                candidate.environment(), checks);
    }

    private static Item unknown(Facts facts, String name) {
        var way = new WayChecks(facts);
        List<String> similar = SimilarNames.to(name, facts.known().stream().filter(candidate -> !candidate.isDeleted()).toList());
        return new Item(null, null, null, null, null, null, List.of(way.session(), way.notRegistered(similar)));
    }
}
