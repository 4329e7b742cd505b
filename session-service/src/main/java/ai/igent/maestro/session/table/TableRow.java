package ai.igent.maestro.session.table;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/** One row; no description, so that an agent may see it. {@code variable} is the one it is delivered as while it is active. */
record TableRow(CandidateId id, Source source, String name, VariableName variable, SecretKind kind, String integration, String account,
        Environment environment, Owner owner, boolean active, Instant activatedAt, Instant activeUntil, String status,
        List<Described.Warning> warnings) {
    /** @param activation null when it is not active */
    static TableRow of(Candidate candidate, Activation activation) {
        return new TableRow(candidate.id(), candidate.id().source(), candidate.name(),
                activation == null ? candidate.variable() : activation.variable(), candidate.kind(), candidate.integration(),
                candidate.account(), candidate.environment(), candidate.owner(), activation != null,
                activation == null ? null : activation.activatedAt(), activation == null ? null : activation.activeUntil(),
                candidate.status(), candidate.warnings());
    }

    static final Comparator<TableRow> ORDER = Comparator.comparing(TableRow::name).thenComparing(TableRow::id);

    /** Its place in the table: by name, and by id where names are equal. */
    String position() {
        return name + "\n" + id;
    }
}
