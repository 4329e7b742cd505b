package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;

import ai.igent.maestro.database.Change;
import ai.igent.maestro.outbox.CommitEvents;
import ai.igent.maestro.outbox.PreparedEvent;
import ai.igent.maestro.vault.secret.SealDrafts.NewSecret;
import ai.igent.maestro.vocabulary.Word;

/** Stores new secrets with their first versions and the events that tell of them, in one statement: see ADR 21. */
@ApplicationScoped
class NewSecretRepository {
    private static final String SECRETS = """
            insert into secret (id, owner, name, variable, kind, description, tags, environment, integration, account, expires_at, rotate_every,
                version, epoch, sequence, status, leaked_version, findings, data_key, mac, value_changed_at, rotation_tell_at, created_at,
                updated_at)
            select id, owner, name, variable, kind, description, string_to_array(tags, chr(10)), environment, integration, account, expires_at,
                rotate_every, version, epoch, sequence, status, leaked_version, string_to_array(findings, chr(10)), data_key, mac,
                value_changed_at, rotation_tell_at, created_at, updated_at
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
                $11::timestamptz[], $12::text[], $13::bigint[], $14::bigint[], $15::bigint[], $16::text[], $17::bigint[], $18::text[],
                $19::uuid[], $20::bytea[], $21::timestamptz[], $22::timestamptz[], $23::timestamptz[], $24::timestamptz[])
                as made (id, owner, name, variable, kind, description, tags, environment, integration, account, expires_at, rotate_every,
                    version, epoch, sequence, status, leaked_version, findings, data_key, mac, value_changed_at, rotation_tell_at, created_at,
                    updated_at)""";
    private static final String VERSIONS = """
            insert into secret_version (secret, number, data_key, sealed, digest, reason, created_by, created_at)
            select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[], $6::text[], $7::text[], $8::timestamptz[])""";

    private final CommitEvents commitEvents;

    NewSecretRepository(CommitEvents commitEvents) {
        this.commitEvents = commitEvents;
    }

    /**
     * Commits {@code made}, {@code further} changes and {@code events}, or nothing of it. Fails with {@link SecretFailure.NameTaken} when name, account
     * and environment are taken, and with {@link SecretFailure.KeyMoved} when the data key is gone.
     */
    Uni<Void> store(List<NewSecret> made, List<Change> further, List<PreparedEvent> events) {
        List<Change> changes = new ArrayList<>(further);
        changes.add(new Change(SECRETS, secrets(made.stream().map(NewSecret::secret).toList())));
        changes.add(new Change(VERSIONS, versions(made.stream().map(NewSecret::version).toList())));
        return commitEvents.with(changes, events).onFailure(PgException.class).transform(NewSecretRepository::named);
    }

    private static Throwable named(Throwable refused) {
        String constraint = ((PgException) refused).getConstraint();
        if (SecretRepository.UNIQUE_NAME.equals(constraint)) return new SecretFailure.NameTaken();
        return constraint != null && SecretRepository.KEY_THERE.contains(constraint) ? new SecretFailure.KeyMoved() : refused;
    }

    private static List<Object> secrets(List<Secret> all) {
        return List.of(texts(all, secret -> secret.id), texts(all, secret -> secret.owner.text()),
                texts(all, secret -> secret.labels.name().text()), texts(all, secret -> secret.labels.variable().text()),
                words(all, secret -> secret.labels.kind()), texts(all, secret -> secret.labels.description()),
                texts(all, secret -> String.join("\n", secret.labels.tags())), words(all, secret -> secret.labels.environment()),
                texts(all, secret -> secret.labels.integration()), texts(all, NewSecretRepository::account),
                times(all, secret -> secret.labels.expiresAt()), texts(all, NewSecretRepository::period),
                numbers(all, secret -> secret.version), numbers(all, secret -> secret.epoch), numbers(all, secret -> secret.sequence),
                words(all, secret -> secret.status), numbers(all, secret -> secret.leakedVersion),
                texts(all, secret -> String.join("\n", secret.findings)),
                all.stream().map(secret -> secret.dataKey).toArray(UUID[]::new), bytes(all, secret -> secret.mac),
                times(all, secret -> secret.valueChangedAt), times(all, secret -> secret.rotationTellAt),
                times(all, secret -> secret.createdAt), times(all, secret -> secret.updatedAt));
    }

    private static List<Object> versions(List<SecretVersion> all) {
        return List.of(texts(all, version -> version.secret), numbers(all, version -> version.number),
                all.stream().map(version -> version.dataKey).toArray(UUID[]::new), bytes(all, version -> version.sealed),
                bytes(all, version -> version.digest), texts(all, version -> version.reason), texts(all, version -> version.createdBy),
                times(all, version -> version.createdAt));
    }

    private static String account(Secret secret) {
        return secret.labels.account() == null ? null : secret.labels.account().text();
    }

    private static String period(Secret secret) {
        return secret.labels.rotateEvery() == null ? null : secret.labels.rotateEvery().toString();
    }

    private static <T> String[] texts(List<T> all, Function<T, String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    private static <T> String[] words(List<T> all, Function<T, Word> column) {
        return all.stream().map(column).map(word -> word == null ? null : word.text()).toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> all, Function<T, Long> column) {
        return all.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Buffer[] bytes(List<T> all, Function<T, byte[]> column) {
        return all.stream().map(column).map(Buffer::buffer).toArray(Buffer[]::new);
    }

    private static <T> OffsetDateTime[] times(List<T> all, Function<T, Instant> column) {
        return all.stream().map(column).map(time -> time == null ? null : time.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
