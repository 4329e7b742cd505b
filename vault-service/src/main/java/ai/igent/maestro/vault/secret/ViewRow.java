package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.vertx.mutiny.sqlclient.Row;

import ai.igent.maestro.vault.catalog.Finding;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** The columns a {@link SecretView} is made of, in the order in which it takes them. */
final class ViewRow {
    static final String COLUMNS = """
            s.id, s.owner, s.name, s.variable, s.kind, s.description, s.tags, s.environment, s.integration, s.account, s.version, s.status,
            s.findings, s.expires_at, s.rotate_every, s.value_changed_at, s.created_at, s.updated_at""";

    private ViewRow() {}

    static SecretView read(Row row, Instant now) {
        return read(new RowReader(row), now);
    }

    /** How often the secret has changed, of a row that has this column too. */
    static long sequence(Row row) {
        return row.getLong("sequence");
    }

    private static SecretView read(RowReader next, Instant now) {
        SecretId id = next.word(SecretId::new);
        Owner owner = next.word(Owner::parse);
        SecretName name = next.word(SecretName::new);
        VariableName variable = next.word(VariableName::new);
        SecretKind kind = next.word(SecretKind::parse);
        String description = next.text();
        List<String> tags = next.texts();
        Environment environment = next.word(Environment::parse);
        String integration = next.text();
        Account account = next.word(Account::new);
        long version = next.number();
        Status stored = next.word(Status::parse);
        List<Finding> findings = next.texts().stream().map(Finding::parse).toList();
        Instant expiresAt = next.time();
        Duration rotateEvery = next.word(Duration::parse);
        Instant valueChangedAt = next.time();
        Instant rotationDueAt = rotateEvery == null ? null : valueChangedAt.plus(rotateEvery);
        Status status = stored.at(now, expiresAt);
        return new SecretView(id, name, variable, kind, description, tags, environment, integration, account, null, owner, version, status,
                Warning.of(findings, status, expiresAt, rotationDueAt, now), expiresAt, rotateEvery, rotationDueAt, next.time(),
                next.time());
    }
}
