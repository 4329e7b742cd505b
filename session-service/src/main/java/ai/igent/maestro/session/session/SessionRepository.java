package ai.igent.maestro.session.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Sessions in the database. What a caller may not see is not found. */
@ApplicationScoped
public class SessionRepository implements PanacheRepositoryBase<Session, String> {
    /** For the session's user or its agent. Fails with NotFound, and with TokenRevoked for an agent's earlier token. */
    @WithSession
    public Uni<Session> require(SessionId id, Caller caller) {
        return require(id).invoke(session -> admit(session, caller));
    }

    /** For the session's user or the platform. */
    @WithSession
    public Uni<Session> requireRunBy(SessionId id, Caller caller) {
        return require(id).invoke(session -> {
            if (!session.isRunBy(caller)) throw new SessionFailure.NotFound();
        });
    }

    @WithSession
    public Uni<Session> require(SessionId id) {
        return findById(id.text()).onItem().ifNull().failWith(SessionFailure.NotFound::new);
    }

    /** Holds the row's lock until the transaction ends. */
    public Uni<Session> requireForUpdate(SessionId id) {
        return findById(id.text(), LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(SessionFailure.NotFound::new);
    }

    /** Newest first, from behind {@code before}; {@code user} null for all. */
    @WithSession
    public Uni<List<Session>> list(String user, String before, int limit) {
        var query = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (user != null) {
            query.append(" and user = :user");
            parameters.put("user", user);
        }
        if (before != null) {
            query.append(" and id < :before");
            parameters.put("before", before);
        }
        return find(query + " order by id desc", parameters).page(Page.ofSize(limit)).list();
    }

    /** Sessions of {@code user} for {@code organization} that nobody has ended. */
    @WithSession
    public Uni<List<SessionId>> activeOf(String user, String organization) {
        return find("user = ?1 and organization = ?2 and status = 'active' order by id", user, organization).list()
                .map(sessions -> sessions.stream().map(Session::id).toList());
    }

    /** Sessions whose time is up although they are still stored as active. */
    @WithSession
    public Uni<List<SessionId>> due(int limit) {
        return find("status = 'active' and expiresAt <= instant order by expiresAt").page(Page.ofSize(limit)).list()
                .map(sessions -> sessions.stream().map(Session::id).toList());
    }

    /** Sessions in which somebody should look at what is active. */
    @WithSession
    public Uni<List<SessionId>> reviewDue(int limit) {
        return find("status = 'active' and reviewDueAt <= instant order by reviewDueAt").page(Page.ofSize(limit)).list()
                .map(sessions -> sessions.stream().map(Session::id).toList());
    }

    /** Fails unless {@code caller} is the session's user, or its agent or sandbox with a token of the current generation. */
    public static void admit(Session session, Caller caller) {
        if (!session.belongsTo(caller)) throw new SessionFailure.NotFound();
        boolean revoked = switch (caller) {
            case Caller.Agent agent -> agent.generation() != session.tokenGeneration();
            case Caller.Sandbox sandbox -> sandbox.generation() != session.tokenGeneration();
            case Caller.Person person -> false;
            case Caller.ServiceClient service -> false;
        };
        if (revoked) throw new SessionFailure.TokenRevoked();
    }
}
