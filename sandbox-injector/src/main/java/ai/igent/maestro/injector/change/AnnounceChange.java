package ai.igent.maestro.injector.change;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.bundle.PrepareBundle;
import ai.igent.maestro.injector.notice.Notices;
import ai.igent.maestro.injector.session.SessionFailure;
import ai.igent.maestro.vocabulary.SessionId;

/** Builds for a sandbox that is connected, then tells it. When that cannot be built it is told all the same: its fetch will learn why. */
@ApplicationScoped
class AnnounceChange {
    static final String ADDRESS = "session-changed";

    private static final Logger LOG = Logger.getLogger(AnnounceChange.class);

    private final PrepareBundle prepare;
    private final Notices notices;

    AnnounceChange(PrepareBundle prepare, Notices notices) {
        this.prepare = prepare;
        this.notices = notices;
    }

    @ConsumeEvent(ADDRESS)
    Uni<Void> announce(Change change) {
        return Uni.createFrom().item(notices.listener(change.session())).onItem().transformToUni(
                listener -> listener.isEmpty() ? Uni.createFrom().nullItem() : prepare.announce(listener.get()))
                .onFailure().recoverWithItem(failure -> tellUnbuilt(change, failure));
    }

    private Void tellUnbuilt(Change change, Throwable failure) {
        LOG.logf(levelOf(failure), "no bundle could be built ahead for %s: %s", change.session(), failure.getClass().getName());
        notices.tell(change.session(), change.revision());
        return null;
    }

    /** That a session is over, or its sandbox has a newer token, by the time its change is heard of is no trouble. */
    static Logger.Level levelOf(Throwable failure) {
        boolean isOver = failure instanceof SessionFailure.Unknown || failure instanceof SessionFailure.TokenRevoked;
        return isOver ? Logger.Level.DEBUG : Logger.Level.WARN;
    }

    /** @param revision 0 when a value changed and the revision did not */
    record Change(SessionId session, long revision) {}
}
