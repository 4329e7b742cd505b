package ai.igent.maestro.injector.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.smallrye.mutiny.subscription.MultiEmitter;

import ai.igent.maestro.web.identity.Caller;

/** Who listens for one session, and what is known of it: its latest revision and the ids active in it. */
record Audience(List<Listener> listeners, long revision, Set<String> ids) {
    static final Audience NOBODY = new Audience(List.of(), 0, Set.of());

    Audience {
        listeners = List.copyOf(listeners);
        ids = Set.copyOf(ids);
    }

    Audience with(Listener listener) {
        List<Listener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new Audience(more, revision, ids);
    }

    Audience without(Listener listener) {
        List<Listener> fewer = new ArrayList<>(listeners);
        fewer.remove(listener);
        return new Audience(fewer, revision, ids);
    }

    Audience holding(Set<String> active) {
        return new Audience(listeners, revision, active);
    }

    Audience at(long told) {
        return new Audience(listeners, Math.max(revision, told), ids);
    }

    /** The listener with the session's newest token: an older one may be revoked. */
    Caller.Sandbox newest() {
        return listeners.stream().map(Listener::sandbox).max(Comparator.comparingLong(Caller.Sandbox::generation)).orElseThrow();
    }

    /** Equal to itself alone. */
    static final class Listener {
        private final Caller.Sandbox sandbox;
        private final MultiEmitter<? super Long> emitter;

        Listener(Caller.Sandbox sandbox, MultiEmitter<? super Long> emitter) {
            this.sandbox = sandbox;
            this.emitter = emitter;
        }

        Caller.Sandbox sandbox() {
            return sandbox;
        }

        void tell(long revision) {
            emitter.emit(revision);
        }

        void dismiss() {
            emitter.complete();
        }
    }
}
