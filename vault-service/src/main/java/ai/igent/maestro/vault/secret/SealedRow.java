package ai.igent.maestro.vault.secret;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.vertx.mutiny.sqlclient.Row;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** A secret with its current version, as one row: they are read by the dozen for each bundle, and read in this way for half of what entities take. */
final class SealedRow {
    /** In the order in which {@link #read} takes them. */
    static final String READ = """
            select s.id, s.owner, s.name, s.variable, s.kind, s.description, s.tags, s.environment, s.integration, s.account, s.expires_at,
                s.rotate_every, s.version, s.epoch, s.sequence, s.status, s.leaked_version, s.findings, s.data_key, s.mac, s.value_changed_at,
                s.rotation_tell_at, s.created_at, s.updated_at, s.deleted_at,
                v.number, v.data_key, v.sealed, v.digest, v.reason, v.created_by, v.created_at, v.destroyed_at,
                (select max(latest.number) from secret_version latest where latest.secret = s.id)
            from secret s join secret_version v on v.secret = s.id and v.number = s.version""";

    private static final Logger LOG = Logger.getLogger(SealedRow.class);

    private SealedRow() {}

    /** Empty, and in the log, for a row this service never wrote: it must not take along those that are read with it. */
    static Optional<SealedSecret> read(Row row) {
        try {
            return Optional.of(sealed(new RowReader(row)));
        } catch (InvalidWord | DateTimeException | NullPointerException forged) {
            LOG.errorf("secret %s cannot be read (%s): its row is not of this service", id(row), forged.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    static String id(Row row) {
        return row.getString(0);
    }

    private static SealedSecret sealed(RowReader next) {
        Secret secret = secret(next);
        SecretVersion version = version(secret.id, next);
        return new SealedSecret(secret, version, next.number());
    }

    private static Secret secret(RowReader next) {
        var secret = new Secret();
        secret.id = next.text();
        secret.owner = next.word(Owner::parse);
        secret.labels = new Labels(next.word(SecretName::new), next.word(VariableName::new), next.word(SecretKind::parse), next.text(),
                next.texts(), next.word(Environment::parse), next.text(), next.word(Account::new), next.time(), next.word(Duration::parse));
        secret.version = next.number();
        secret.epoch = next.number();
        secret.sequence = next.number();
        secret.status = next.word(Status::parse);
        secret.leakedVersion = next.number();
        secret.findings = next.texts();
        secret.dataKey = next.uuid();
        secret.mac = next.bytes();
        secret.valueChangedAt = next.time();
        secret.rotationTellAt = next.time();
        secret.createdAt = next.time();
        secret.updatedAt = next.time();
        secret.deletedAt = next.time();
        return secret;
    }

    private static SecretVersion version(String secret, RowReader next) {
        var version = new SecretVersion();
        version.secret = secret;
        version.number = next.number();
        version.dataKey = next.uuid();
        version.sealed = next.bytes();
        version.digest = next.bytes();
        version.reason = next.text();
        version.createdBy = next.text();
        version.createdAt = next.time();
        version.destroyedAt = next.time();
        return version;
    }
}
