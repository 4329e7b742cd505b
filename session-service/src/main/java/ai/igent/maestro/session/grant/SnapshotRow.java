package ai.igent.maestro.session.grant;

import java.time.Instant;
import java.time.OffsetDateTime;

import io.vertx.mutiny.sqlclient.Row;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.session.activation.SetStatement;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.session.SetSeal;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * A session with one thing that is active in it, or with none. Columns are read by their place: looking for each name among all names took as long
 * as everything else that is done with a row.
 */
final class SnapshotRow {
    static final String READ = """
            select s.id, s.user_id, s.organization, s.status, s.revision, s.token_generation, s.expires_at, s.set_mac, s.set_mac_key,
                   s.expires_at <= clock_timestamp() or coalesce(a.active_until <= clock_timestamp(), false),
                   a.candidate_id, a.owner, a.epoch, a.variable, a.kind, a.mode, a.active_until,
                   a.name, a.integration, a.account, a.environment, a.confirmed_by, a.standing_consent_id, a.activated_at,
                   s.xmin::text || s.ctid::text, a.xmin::text || a.ctid::text
            from session s left join activation a on a.session_id = s.id and a.ended_at is null
            where s.id = any($1) order by a.variable""";
    private static final int SESSION = 0;
    private static final int USER = 1;
    private static final int ORGANIZATION = 2;
    private static final int STATUS = 3;
    private static final int REVISION = 4;
    private static final int TOKEN_GENERATION = 5;
    private static final int EXPIRES_AT = 6;
    private static final int MAC = 7;
    private static final int MAC_KEY = 8;
    private static final int DUE = 9;
    private static final int CANDIDATE = 10;
    private static final int OWNER = 11;
    private static final int EPOCH = 12;
    private static final int VARIABLE = 13;
    private static final int KIND = 14;
    private static final int MODE = 15;
    private static final int ACTIVE_UNTIL = 16;
    private static final int NAME = 17;
    private static final int INTEGRATION = 18;
    private static final int ACCOUNT = 19;
    private static final int ENVIRONMENT = 20;
    private static final int CONFIRMED_BY = 21;
    private static final int STANDING_CONSENT = 22;
    private static final int ACTIVATED_AT = 23;
    private static final int SESSION_VERSION = 24;
    private static final int THING_VERSION = 25;

    private final Row row;

    SnapshotRow(Row row) {
        this.row = row;
    }

    String session() {
        return row.getString(SESSION);
    }

    String user() {
        return row.getString(USER);
    }

    String organization() {
        return row.getString(ORGANIZATION);
    }

    String status() {
        return row.getString(STATUS);
    }

    long revision() {
        return row.getLong(REVISION);
    }

    long tokenGeneration() {
        return row.getLong(TOKEN_GENERATION);
    }

    Instant expiresAt() {
        return time(EXPIRES_AT);
    }

    /** Null when the set was never sealed. */
    SetSeal seal() {
        var key = row.getUUID(MAC_KEY);
        var mac = row.getBuffer(MAC);
        return key == null || mac == null ? null : new SetSeal(new DataKeyId(key), mac.getBytes());
    }

    /** Whether the clock has ended the session or the thing, which is not stored yet. */
    boolean isDue() {
        return row.getBoolean(DUE);
    }

    boolean hasThing() {
        return row.getString(CANDIDATE) != null;
    }

    String sessionVersion() {
        return row.getString(SESSION_VERSION);
    }

    String thingVersion() {
        return row.getString(THING_VERSION);
    }

    Instant activeUntil() {
        return time(ACTIVE_UNTIL);
    }

    SetStatement.Thing thing() {
        return new SetStatement.Thing(row.getString(CANDIDATE), row.getString(OWNER), row.getLong(EPOCH), row.getString(VARIABLE),
                row.getString(KIND), row.getString(MODE), activeUntil(), about());
    }

    private SetStatement.About about() {
        return new SetStatement.About(row.getString(NAME), row.getString(INTEGRATION), row.getString(ACCOUNT), row.getString(ENVIRONMENT),
                row.getString(CONFIRMED_BY), row.getString(STANDING_CONSENT), time(ACTIVATED_AT));
    }

    GrantItem item() {
        var candidate = new CandidateId(row.getString(CANDIDATE));
        return new GrantItem(candidate.text(), candidate.source(), Owner.parse(row.getString(OWNER)), row.getLong(EPOCH),
                new VariableName(row.getString(VARIABLE)), SecretKind.parse(row.getString(KIND)), DeliveryMode.parse(row.getString(MODE)),
                activeUntil());
    }

    private Instant time(int column) {
        return row.get(OffsetDateTime.class, column).toInstant();
    }
}
