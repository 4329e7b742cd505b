package ai.igent.maestro.session.request;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** The requests of a session, newest first, for its user or its agent. */
@ApplicationScoped
class ListRequests {
    private final SessionRepository sessions;
    private final RequestRepository requests;

    ListRequests(SessionRepository sessions, RequestRepository requests) {
        this.sessions = sessions;
        this.requests = requests;
    }

    Uni<Page<ActivationRequest>> of(SessionId id, Caller caller, PageRequest page) {
        String before = page.cursor() == null ? null : page.cursor().position();
        return sessions.require(id, caller).chain(session -> requests.list(id, before, page.limit() + 1))
                .map(found -> Page.of(found, page.limit(), request -> request.id().text()));
    }
}
