package ai.igent.maestro.injector.stream;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.bundle.PrepareBundle;
import ai.igent.maestro.injector.notice.Notices;
import ai.igent.maestro.injector.session.Grants;
import ai.igent.maestro.injector.session.SessionFailure;
import ai.igent.maestro.web.identity.Caller;

/** Watches a session for its sandbox: the current revision first, then each that is announced, and a regular look whether the token still counts. */
@ApplicationScoped
class WatchSession {
    private final PrepareBundle prepare;
    private final Grants grants;
    private final Notices notices;
    private final Duration heartbeat;

    WatchSession(PrepareBundle prepare, Grants grants, Notices notices, StreamConfig config) {
        this.prepare = prepare;
        this.grants = grants;
        this.notices = notices;
        this.heartbeat = config.heartbeat();
    }

    /** Ends when the session is over, or the token no longer the session's. */
    Multi<Signal> of(Caller.Sandbox sandbox) {
        Latest latest = new Latest();
        return Multi.createBy().merging().streams(announced(sandbox), current(sandbox), looks(sandbox, latest)).select()
                .where(latest::isNews)
                .select().first(signal -> !(signal instanceof Signal.Over));
    }

    private Multi<Signal> announced(Caller.Sandbox sandbox) {
        Multi<Signal> revisions = notices.of(sandbox).map(Signal.Revision::new);
        return Multi.createBy().concatenating().streams(revisions, Multi.createFrom().item(new Signal.Over()));
    }

    /** The current revision comes the way every revision comes: announced. */
    private Multi<Signal> current(Caller.Sandbox sandbox) {
        return orWhyNot(announce(sandbox)).toMulti();
    }

    private Multi<Signal> looks(Caller.Sandbox sandbox, Latest latest) {
        return Multi.createFrom().ticks().startingAfter(heartbeat).every(heartbeat).onOverflow().drop().onItem()
                .transformToUniAndConcatenate(tick -> look(sandbox, latest));
    }

    private Uni<Signal> look(Caller.Sandbox sandbox, Latest latest) {
        return orWhyNot(grants.revision(sandbox)
                .chain(current -> current > latest.revision() ? announce(sandbox) : Uni.createFrom().item(new Signal.Alive())));
    }

    private Uni<Signal> announce(Caller.Sandbox sandbox) {
        return prepare.announce(sandbox).map(done -> new Signal.Alive());
    }

    /** Who cannot be asked sends nobody off: the stream gives nothing that would need session-service's word, and says that it does not have it. */
    private static Uni<Signal> orWhyNot(Uni<Signal> signal) {
        return signal.onFailure(SessionFailure.Unknown.class).recoverWithItem(new Signal.Over())
                .onFailure(SessionFailure.TokenRevoked.class).recoverWithItem(new Signal.Over())
                .onFailure(SessionFailure.Away.class).recoverWithItem(new Signal.Unchecked())
                .onFailure().recoverWithItem(new Signal.Alive());
    }

    /** The highest revision this stream has told. */
    private static final class Latest {
        private long revision;

        synchronized long revision() {
            return revision;
        }

        /** Events and looks may overtake each other; an older revision is not told after a newer one. */
        synchronized boolean isNews(Signal signal) {
            if (!(signal instanceof Signal.Revision told)) return true;
            if (told.revision() < revision) return false;
            revision = told.revision();
            return true;
        }
    }
}
