package ai.igent.maestro.session.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

import ai.igent.maestro.vocabulary.SessionId;

/** Wakes those of this replica who wait for a session's report. A hint only: who is woken looks at the row. */
@ApplicationScoped
class AppliedSignals {
    private final BroadcastProcessor<SessionId> reported = BroadcastProcessor.create();

    void reported(SessionId session) {
        reported.onNext(session);
    }

    Multi<SessionId> of(SessionId session) {
        return reported.filter(session::equals);
    }
}
