package ai.igent.maestro.session.candidate;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * Something activatable, as its owner service describes it right now. {@code integration}, {@code account}, {@code environment} and
 * {@code expiresAt} may be null, and {@code verification} when the value was never tried.
 */
public record Candidate(CandidateId id, Owner owner, String name, VariableName variable, SecretKind kind, String integration,
        String account,
        Environment environment, Set<String> tags, long epoch, String status, List<Described.Warning> warnings, Instant expiresAt,
        Verification verification) {
    private static final String ACTIVATABLE = "active";
    private static final String DELETED = "deleted";

    public Candidate {
        tags = Set.copyOf(tags);
        warnings = List.copyOf(warnings);
    }

    static Candidate of(Described.Item item) {
        return new Candidate(new CandidateId(item.id()), item.owner(), item.name(), item.variable(), item.kind(), item.integration(),
                item.account(), item.environment(), item.tags() == null ? Set.of() : Set.copyOf(item.tags()), item.epoch(), item.status(),
                item.warnings() == null ? List.of() : item.warnings(), item.expiresAt(),
                Verification.of(item.verifiedStatus(), item.verifiedAt()));
    }

    static Candidate of(Named.Item item, Owner owner) {
        return new Candidate(new CandidateId(item.id()), owner, item.name(),
                item.variable() == null ? new VariableName(item.name()) : item.variable(),
                item.kind() == null ? SecretKind.ENV : item.kind(), item.integration(), item.account(), item.environment(),
                item.tags() == null ? Set.of() : Set.copyOf(item.tags()), item.epoch(), item.status() == null ? ACTIVATABLE : item.status(),
                List.of(), null, null);
    }

    /** With what {@code details}, the same thing described, says to whoever is to decide about it. */
    public Candidate warnedAbout(Candidate details) {
        return new Candidate(id, owner, name, variable, kind, integration, account, environment, tags, epoch, status, details.warnings(),
                details.expiresAt(), details.verification());
    }

    public boolean isActivatable() {
        return ACTIVATABLE.equals(status);
    }

    public boolean isDeleted() {
        return DELETED.equals(status);
    }

    public boolean isProduction() {
        return environment == Environment.PRODUCTION;
    }

    /** Equal candidates have equal ids, and hashing all of one would cost a phrase over thousands of them most of its time. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** What tells it apart from others of its integration, for a person. */
    public String setLabel() {
        String label = account != null ? account : name;
        return environment == null ? label : label + " (" + environment.text() + ")";
    }
}
