package ai.igent.maestro.vault.describe;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.contracts.internal.NamesRequest;
import ai.igent.maestro.vault.secret.Status;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** What secrets are called, thousands at a time: a few columns, and no entities. */
@ApplicationScoped
class NameRepository {
    private static final String READ = """
            select id, name, nullif(variable, name) as variable, kind, integration, account, environment, tags, epoch, status, expires_at
            from secret where owner = $1 and deleted_at is null and id > $2 order by id limit $3""";

    private final Pool database;
    private final Clock clock;

    NameRepository(Pool database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Uni<List<Named.Item>> of(NamesRequest request) {
        var question = Tuple.of(request.owner().text(), request.after() == null ? "" : request.after(), request.limit());
        return database.preparedQuery(READ).execute(question).map(rows -> {
            Instant now = clock.instant();
            return StreamSupport.stream(rows.spliterator(), false).map(row -> item(row, now)).toList();
        });
    }

    private static Named.Item item(Row row, Instant now) {
        String variable = row.getString("variable");
        String environment = row.getString("environment");
        String[] tags = row.getArrayOfStrings("tags");
        return new Named.Item(row.getString("id"), row.getString("name"), variable == null ? null : new VariableName(variable), kind(row),
                row.getString("integration"), row.getString("account"), environment == null ? null : Environment.parse(environment),
                tags.length == 0 ? null : List.of(tags), row.getLong("epoch"), status(row, now));
    }

    private static SecretKind kind(Row row) {
        SecretKind kind = SecretKind.parse(row.getString("kind"));
        return kind == SecretKind.ENV ? null : kind;
    }

    private static String status(Row row, Instant now) {
        Status stored = Status.parse(row.getString("status"));
        if (stored != Status.ACTIVE) return stored.text();
        OffsetDateTime end = row.getOffsetDateTime("expires_at");
        return end != null && !now.isBefore(end.toInstant()) ? Status.EXPIRED.text() : null;
    }
}
