package ai.igent.maestro.vault.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.database.Statements;
import ai.igent.maestro.vocabulary.VariableName;

/** Secrets with their current versions, for those who open them. Each question is one statement, which sees everything committed before it. */
@ApplicationScoped
public class SealedSecretRepository {
    private static final String OF_IDS = SealedRow.READ + " where s.id = any($1)";
    private static final String OF_ITS_SET = SealedRow.READ + """
             where s.owner = $1 and s.integration = $2 and s.environment is not distinct from $3 and s.account is not distinct from $4
            and s.deleted_at is null""";
    private static final String SET = OF_ITS_SET + " order by s.id desc limit 50";
    private static final String NAMED = OF_ITS_SET + " and s.name = $5";

    private final Statements statements;

    SealedSecretRepository(Statements statements) {
        this.statements = statements;
    }

    /**
     * What one read found.
     *
     * @param unreadable the ids of rows that this service never wrote
     */
    public record Found(List<SealedSecret> secrets, Set<String> unreadable) {}

    /** Those of {@code ids} that exist, in one read. */
    public Uni<Found> find(Collection<String> ids) {
        return statements.execute(OF_IDS, Tuple.of(ids.toArray(String[]::new))).map(SealedSecretRepository::found);
    }

    /** Those of {@code ids} that exist and can be read. */
    public Uni<List<SealedSecret>> of(Collection<String> ids) {
        return find(ids).map(Found::secrets);
    }

    /** The set {@code secret} is of, newest first: same owner, integration, account and environment. Deleted ones are not of it. */
    public Uni<List<SealedSecret>> setOf(Secret secret) {
        return read(SET, itsSet(secret));
    }

    /** The secret of that set with the name of {@code variable}; there is one at most. */
    public Uni<Optional<SealedSecret>> besides(Secret secret, VariableName variable) {
        return read(NAMED, itsSet(secret).addString(variable.text())).map(found -> found.stream().findFirst());
    }

    private static Tuple itsSet(Secret secret) {
        Labels labels = secret.labels();
        return Tuple.of(secret.owner().text(), labels.integration(), labels.environment() == null ? null : labels.environment().text(),
                labels.account() == null ? null : labels.account().text());
    }

    private Uni<List<SealedSecret>> read(String statement, Tuple parameters) {
        return statements.execute(statement, parameters).map(rows -> found(rows).secrets());
    }

    private static Found found(Iterable<Row> rows) {
        var found = new Found(new ArrayList<>(), new HashSet<>());
        for (Row row : rows)
            SealedRow.read(row).ifPresentOrElse(found.secrets::add, () -> found.unreadable.add(SealedRow.id(row)));
        return found;
    }
}
