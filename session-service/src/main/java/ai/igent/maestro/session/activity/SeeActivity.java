package ai.igent.maestro.session.activity;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.activation.SetSeals;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/**
 * What is active in a session, for those that only look. Nothing is shown that does not fit its seal: where somebody else has written to the database,
 * all of it is ended first, on record, as before a grant.
 */
@ApplicationScoped
public class SeeActivity {
    private final ActivityRepository activities;
    private final SetSeals seals;
    private final ActiveSets sets;

    SeeActivity(ActivityRepository activities, SetSeals seals, ActiveSets sets) {
        this.activities = activities;
        this.seals = seals;
        this.sets = sets;
    }

    /**
     * For the session's user or its agent. Fails with NotFound, with TokenRevoked for an agent's earlier token, and with {@code KeysUnavailable} while a
     * seal cannot be checked.
     */
    public Uni<Activity> require(SessionId id, Caller caller) {
        return seals.ready().chain(() -> activities.require(id))
                .invoke(stored -> SessionRepository.admit(stored.session(), caller))
                .chain(stored -> seals.holds(stored.session(), stored.notEnded())
                        ? Uni.createFrom().item(stored)
                        : settle(id).chain(() -> activities.require(id)))
                .map(ActivityRepository.Stored::activity);
    }

    @WithTransaction
    Uni<Long> settle(SessionId id) {
        return sets.lock(id).chain(set -> sets.store(set, SessionService.ITSELF));
    }
}
