package ai.igent.maestro.session.request;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Requests in the database. What a caller may not see is not found. */
@ApplicationScoped
class RequestRepository implements PanacheRepositoryBase<ActivationRequest, String> {
    private final SessionRepository sessions;

    RequestRepository(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /** For the user or the agent of its session. */
    @WithSession
    Uni<ActivationRequest> require(RequestId id, Caller caller) {
        return require(id).call(request -> sessions.require(request.session(), caller));
    }

    Uni<ActivationRequest> require(RequestId id) {
        return findById(id.text()).onItem().ifNull().failWith(SessionFailure.NotFound::new);
    }

    /** Closes what is open, so that its successor can be stored: written out at once because of the unique index. */
    Uni<Void> supersedeOpen(SessionId session) {
        return update("status = ?1 where session = ?2 and status in ('proposed', 'ambiguous')", RequestStatus.SUPERSEDED.text(),
                session.text()).replaceWithVoid();
    }

    /** What became of the agent's latest requests that were decided, newest first. */
    Uni<List<ActivationRequest>> latestDecided(SessionId session, int limit) {
        return find("session = ?1 and requesterKind = 'agent' and decidedAt is not null order by decidedAt desc", session.text())
                .page(Page.ofSize(limit)).list();
    }

    /** Newest first, from behind {@code before}. */
    @WithSession
    Uni<List<ActivationRequest>> list(SessionId session, String before, int limit) {
        String from = before == null ? "~" : before;
        return find("session = ?1 and id < ?2 order by id desc", session.text(), from).page(Page.ofSize(limit)).list();
    }
}
