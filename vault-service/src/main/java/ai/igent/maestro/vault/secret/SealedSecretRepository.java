package ai.igent.maestro.vault.secret;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
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

    /** Those of {@code ids} that exist, in one read. */
    public Uni<List<SealedSecret>> of(Collection<String> ids) {
        return read(OF_IDS, Tuple.of(ids.toArray(String[]::new)));
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
        return statements.execute(statement, parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(SealedRow::read).flatMap(Optional::stream).toList());
    }
}
