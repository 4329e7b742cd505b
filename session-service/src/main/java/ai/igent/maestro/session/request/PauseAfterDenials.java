package ai.igent.maestro.session.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.SessionId;

/** Keeps an agent from wearing a person down: after each denial in a row it waits twice as long before it may ask again. A person may always ask. */
@ApplicationScoped
class PauseAfterDenials {
    /** So many denials in a row reach every longest pause that makes sense. */
    private static final int LOOK_BACK = 20;

    private final RequestRepository requests;
    private final RequestConfig config;

    PauseAfterDenials(RequestRepository requests, RequestConfig config) {
        this.requests = requests;
        this.config = config;
    }

    /** Fails with {@link RequestFailure.TooSoon} during the pause. Belongs into the transaction that holds the session's lock. */
    Uni<Void> heed(SessionId session, ActivationRequest.Asker asker, Instant now) {
        if (asker.actor().kind() != ActorKind.AGENT) return Uni.createFrom().voidItem();
        return requests.latestDecided(session, LOOK_BACK).invoke(decided -> requireOver(decided, now)).replaceWithVoid();
    }

    private void requireOver(List<ActivationRequest> decided, Instant now) {
        int denials = (int) decided.stream().takeWhile(ActivationRequest::isDenied).count();
        if (denials == 0) return;
        Instant end = decided.getFirst().decidedAt().plus(pause(denials));
        if (end.isAfter(now)) throw new RequestFailure.TooSoon(Duration.between(now, end));
    }

    Duration pause(int denials) {
        Duration pause = config.pauseAfterDenial().multipliedBy(1L << Math.min(denials, LOOK_BACK) - 1);
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }
}
