package ai.igent.maestro.session.standing;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.SessionScene;
import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.SessionTest;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.session.standing.UseConsents.Used;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.SessionId;

import static org.assertj.core.api.Assertions.assertThat;

/** The platform creates a session again while its first try still waits for the owners: both use the consents that they found unused. */
@SessionTest
class UseConsentTest {
    private static final String AGENT = "nightly-build";

    private final SessionScene scene = SessionScene.ofNewUser();
    private String session;
    private Session itself;
    private ConsentId consent;
    private List<Candidate> described;

    @Inject
    UseConsent useConsent;
    @Inject
    Candidates candidates;
    @Inject
    SessionRepository sessions;
    @Inject
    Database database;

    @BeforeEach
    void beginWithConsent() {
        String thing = scene.thing();
        consent = new ConsentId(scene.consentInAdvance(AGENT, thing));
        session = scene.session(AGENT);
        assertThat(scene.active(session)).containsExactly(thing);
        itself = result(() -> sessions.require(new SessionId(session)));
        described = result(() -> candidates.ofIds(Set.of(new CandidateId(thing))));
    }

    @Test
    void whatWasDeactivatedMeanwhileStaysSo() {
        scene.deactivateAll(session);

        assertThat(use().outcome()).isEqualTo(Usage.ACTIVATED);

        assertThat(scene.active(session)).isEmpty();
        assertThat(database.records(session)).containsOnlyOnce("standing-consent.used success");
    }

    @Test
    void ownersThatAreAwayForTheSecondTryDoNotUndoTheFirst() {
        var used = result(() -> useConsent.withoutOwners(itself, consent, SessionService.ITSELF));

        assertThat(used.outcome()).isEqualTo(Usage.ACTIVATED);
        assertThat(database.column("select outcome from standing_consent_use where session_id = ?", session)).containsExactly("activated");
    }

    private Used use() {
        return result(() -> useConsent.of(itself, consent, described, SessionService.ITSELF));
    }

    private static <T> T result(Supplier<Uni<T>> call) {
        try {
            return VertxContextSupport.subscribeAndAwait(call);
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }
}
