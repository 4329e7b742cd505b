package ai.igent.maestro.injector.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Tells the sandboxes connected to this replica that a bundle is there to be fetched. */
@ApplicationScoped
public class Notices {
    private final ConcurrentMap<SessionId, Audience> audiences = new ConcurrentHashMap<>();

    /** Revisions as they are told, the same one again when a value in it changed. Who reads slowly gets the latest. Ends with the session. */
    public Multi<Long> of(Caller.Sandbox sandbox) {
        return Multi.createFrom().emitter(emitter -> join(sandbox, emitter), BackPressureStrategy.LATEST);
    }

    /** Tells this revision, or the newest told if that is newer. False when nobody listens. */
    public boolean tell(SessionId session, long revision) {
        Audience audience = audiences.computeIfPresent(session, (same, known) -> known.at(revision));
        if (audience == null) return false;
        audience.listeners().forEach(listener -> listener.tell(audience.revision()));
        return true;
    }

    /** Keeps what is active while somebody listens, so that a change of one of these ids can be told even when no build lives. */
    public void remember(SessionId session, Collection<String> ids) {
        audiences.computeIfPresent(session, (same, known) -> known.holding(Set.copyOf(ids)));
    }

    /** On whose behalf something may be built ahead, if anybody listens. */
    public Optional<Caller.Sandbox> listener(SessionId session) {
        return Optional.ofNullable(audiences.get(session)).map(Audience::newest);
    }

    public Set<SessionId> sessionsHolding(String id) {
        return audiences.entrySet().stream().filter(entry -> entry.getValue().ids().contains(id)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Ends every stream of the session. */
    public void dismiss(SessionId session) {
        Audience audience = audiences.remove(session);
        if (audience != null) audience.listeners().forEach(Audience.Listener::dismiss);
    }

    private void join(Caller.Sandbox sandbox, MultiEmitter<? super Long> emitter) {
        Audience.Listener listener = new Audience.Listener(sandbox, emitter);
        audiences.compute(sandbox.session(), (same, known) -> (known == null ? Audience.NOBODY : known).with(listener));
        emitter.onTermination(() -> leave(sandbox.session(), listener));
    }

    private void leave(SessionId session, Audience.Listener listener) {
        audiences.computeIfPresent(session, (same, known) -> {
            Audience rest = known.without(listener);
            return rest.listeners().isEmpty() ? null : rest;
        });
    }
}
