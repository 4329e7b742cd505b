package ai.igent.maestro.session.events;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SessionId;

/** Reads how sessions stand, any number of them with one query, by the database's clock. */
@ApplicationScoped
class SessionStates {
    private static final String READ = """
            select s.id, s.revision, s.applied_revision, s.failed_revision, s.token_generation,
                   case when s.status = 'active' and s.expires_at <= clock_timestamp() then 'expired' else s.status end as status,
                   r.id as request,
                   case when r.status = 'proposed' and r.expires_at <= clock_timestamp() then 'expired' else r.status end as request_status,
                   e.at as expiring_at, e.ids as expiring
            from session s
            left join lateral (select id, status, expires_at from activation_request where session_id = s.id order by id desc limit 1) r
                on true
            left join lateral (select min(active_until) as at, array_agg(candidate_id order by candidate_id) as ids from activation
                where session_id = s.id and ended_at is null and active_until > clock_timestamp()
                and active_until <= clock_timestamp() + $2 * interval '1 millisecond') e on true
            where s.id = any($1)""";

    private final Pool database;
    private final EventsConfig config;

    SessionStates(Pool database, EventsConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Those of {@code sessions} that exist. */
    Uni<Map<SessionId, SessionState>> of(Collection<SessionId> sessions) {
        String[] ids = sessions.stream().map(SessionId::text).toArray(String[]::new);
        return database.preparedQuery(READ).execute(Tuple.of(ids, config.expiringWithin().toMillis())).map(SessionStates::byId);
    }

    private static Map<SessionId, SessionState> byId(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(SessionStates::state)
                .collect(Collectors.toMap(SessionState::session, Function.identity()));
    }

    private static SessionState state(Row row) {
        String request = row.getString("request");
        OffsetDateTime at = row.getOffsetDateTime("expiring_at");
        Instant expiringAt = at == null ? null : at.toInstant();
        return new SessionState(new SessionId(row.getString("id")), SessionStatus.parse(row.getString("status")), row.getLong("revision"),
                row.getLong("applied_revision"), row.getLong("failed_revision"), row.getLong("token_generation"),
                request == null ? null : new RequestId(request), row.getString("request_status"), ids(row.getArrayOfStrings("expiring")),
                expiringAt);
    }

    private static List<CandidateId> ids(String[] texts) {
        return texts == null ? List.of() : Stream.of(texts).map(CandidateId::new).toList();
    }
}
