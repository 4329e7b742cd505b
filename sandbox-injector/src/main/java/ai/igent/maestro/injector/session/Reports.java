package ai.igent.maestro.injector.session;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.vocabulary.SessionId;

/** Tells session-service how far a revision came. */
@ApplicationScoped
public class Reports {
    private static final int RETRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final SessionService service;

    Reports(@RestClient SessionService service) {
        this.service = service;
    }

    /** Retries for some twenty seconds, then fails. Saying the same twice is harmless. */
    public Uni<Void> say(SessionId session, BundleReport report) {
        return service.report(session.text(), report).onFailure().retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE).atMost(RETRIES);
    }
}
