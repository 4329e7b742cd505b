package ai.igent.maestro.session.activity;

import java.util.List;
import java.util.Optional;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.session.Session;

/** A session and what is active in it. */
public record Activity(Session session, List<Activation> active) {
    public Activity {
        active = List.copyOf(active);
    }

    public Optional<Activation> of(CandidateId id) {
        return active.stream().filter(activation -> activation.candidate().equals(id)).findFirst();
    }
}
