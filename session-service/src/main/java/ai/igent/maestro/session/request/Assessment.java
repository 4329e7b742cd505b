package ai.igent.maestro.session.request;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * What confirming a proposal would mean for a session's active set: variables claimed twice, what needs the person's express word, and whether more
 * would be active than may be.
 */
public record Assessment(List<Conflict> conflicts, Set<Acknowledgement> needed, boolean limited, boolean tooMany) {
    /** How many things may be active in a session at once: a grant names all of them and has to fit into a request to their owners. */
    static final int MOST_ACTIVE = 500;

    static Assessment of(Proposal proposal, ActiveSet set) {
        List<Activation> staying = staying(proposal, set);
        return new Assessment(conflicts(proposal, staying), needed(proposal, staying),
                proposal.activate().stream().anyMatch(item -> item.owner().kind() == Owner.Kind.ORGANIZATION), tooMany(proposal, staying));
    }

    /** Whether more would be active than may be; what only ends things never is too much. */
    public static boolean tooMany(Proposal proposal, ActiveSet set) {
        return tooMany(proposal, staying(proposal, set));
    }

    private static boolean tooMany(Proposal proposal, List<Activation> staying) {
        return !proposal.activate().isEmpty() && proposal.activate().size() + staying.size() > MOST_ACTIVE;
    }

    /** Things that would claim one variable if the proposal were put into force. */
    public static List<Conflict> conflicts(Proposal proposal, ActiveSet set) {
        return conflicts(proposal, staying(proposal, set));
    }

    private static List<Activation> staying(Proposal proposal, ActiveSet set) {
        Set<CandidateId> leaving = proposal.deactivatedIds();
        Set<CandidateId> renewed = proposal.activatedIds();
        return set.active().filter(activation -> !leaving.contains(activation.candidate()) && !renewed.contains(activation.candidate()))
                .toList();
    }

    private static List<Conflict> conflicts(Proposal proposal, List<Activation> staying) {
        Map<VariableName, Map<CandidateId, String>> claims = new LinkedHashMap<>();
        staying.forEach(activation -> claim(claims, activation.variable(), activation.candidate(), activation.name()));
        proposal.activate().forEach(item -> claim(claims, item.variable(), item.id(), item.name()));
        return claims.entrySet().stream().filter(claim -> claim.getValue().size() > 1).map(claim -> new Conflict(claim.getKey(),
                List.copyOf(claim.getValue().keySet()), List.copyOf(claim.getValue().values()))).toList();
    }

    private static void claim(Map<VariableName, Map<CandidateId, String>> claims, VariableName variable, CandidateId id, String name) {
        claims.computeIfAbsent(variable, key -> new LinkedHashMap<>()).put(id, name);
    }

    private static Set<Acknowledgement> needed(Proposal proposal, List<Activation> staying) {
        Set<Acknowledgement> needed = EnumSet.noneOf(Acknowledgement.class);
        if (proposal.activate().stream().anyMatch(ProposedActivation::isProduction)) needed.add(Acknowledgement.PRODUCTION);
        if (!proposal.activate().isEmpty() && mixes(proposal, staying)) needed.add(Acknowledgement.MIXED_ENVIRONMENTS);
        return needed;
    }

    private static boolean mixes(Proposal proposal, List<Activation> staying) {
        Set<Environment> together = EnumSet.noneOf(Environment.class);
        List<Environment> labels = new ArrayList<>(proposal.activate().stream().map(ProposedActivation::environment).toList());
        labels.addAll(staying.stream().map(Activation::environment).toList());
        labels.stream().filter(Objects::nonNull).forEach(together::add);
        return together.contains(Environment.PRODUCTION) && together.size() > 1;
    }

    /** All there is to say before the decision. */
    List<Notice> notices(Proposal proposal) {
        List<Notice> notices = new ArrayList<>(proposal.notices());
        needed.forEach(word -> notices.add(new Notice(word.text(), word.detail())));
        if (tooMany) notices.add(new Notice("too-many-active", "With these, more than " + MOST_ACTIVE + " things would be active."));
        if (limited) notices.add(new Notice("organization-limit", "What the organization owns is active for at most 8 hours."));
        for (var item : proposal.activate())
            item.warnings().forEach(warning -> notices.add(new Notice(warning.code(), item.name() + ": " + warning.detail())));
        return notices;
    }
}
