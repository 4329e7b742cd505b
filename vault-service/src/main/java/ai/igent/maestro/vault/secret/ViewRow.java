package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.vertx.mutiny.sqlclient.Row;

import ai.igent.maestro.vault.catalog.Finding;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** The columns a {@link SecretView} is made of, by their places. */
final class ViewRow {
    static final String COLUMNS = """
            s.id, s.owner, s.name, s.variable, s.kind, s.description, s.tags, s.environment, s.integration, s.account, s.version, s.status,
            s.findings, s.expires_at, s.rotate_every, s.value_changed_at, s.created_at, s.updated_at""";

    private static final int ID = 0;
    private static final int OWNER = 1;
    private static final int NAME = 2;
    private static final int VARIABLE = 3;
    private static final int KIND = 4;
    private static final int DESCRIPTION = 5;
    private static final int TAGS = 6;
    private static final int ENVIRONMENT = 7;
    private static final int INTEGRATION = 8;
    private static final int ACCOUNT = 9;
    private static final int VERSION = 10;
    private static final int STATUS = 11;
    private static final int FINDINGS = 12;
    private static final int EXPIRES_AT = 13;
    private static final int ROTATE_EVERY = 14;
    private static final int VALUE_CHANGED_AT = 15;
    private static final int CREATED_AT = 16;
    private static final int UPDATED_AT = 17;
    private static final int SEQUENCE = 18;

    private ViewRow() {}

    static SecretView read(Row row, Instant now) {
        Instant expiresAt = time(row, EXPIRES_AT);
        Duration rotateEvery = word(row, ROTATE_EVERY, Duration::parse);
        Instant rotationDueAt = rotateEvery == null ? null : time(row, VALUE_CHANGED_AT).plus(rotateEvery);
        Status status = Status.parse(row.getString(STATUS)).at(now, expiresAt);
        return new SecretView(new SecretId(row.getString(ID)), new SecretName(row.getString(NAME)),
                new VariableName(row.getString(VARIABLE)),
                SecretKind.parse(row.getString(KIND)), row.getString(DESCRIPTION), texts(row, TAGS),
                word(row, ENVIRONMENT, Environment::parse), row.getString(INTEGRATION), word(row, ACCOUNT, Account::new), null,
                Owner.parse(row.getString(OWNER)), row.getLong(VERSION), status,
                Warning.of(texts(row, FINDINGS).stream().map(Finding::parse).toList(), status, expiresAt, rotationDueAt, now), expiresAt,
                rotateEvery, rotationDueAt, time(row, CREATED_AT), time(row, UPDATED_AT));
    }

    /** How often the secret has changed, of a row that has this column too. */
    static long sequence(Row row) {
        return row.getLong(SEQUENCE);
    }

    private static List<String> texts(Row row, int column) {
        return Arrays.asList(row.getArrayOfStrings(column));
    }

    private static <W> W word(Row row, int column, Function<String, W> parse) {
        String text = row.getString(column);
        return text == null ? null : parse.apply(text);
    }

    private static Instant time(Row row, int column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
