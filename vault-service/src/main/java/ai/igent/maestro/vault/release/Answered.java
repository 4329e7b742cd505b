package ai.igent.maestro.vault.release;

import java.util.List;

import io.opentelemetry.context.Context;

import ai.igent.maestro.vocabulary.SessionId;

/** What was decided on one grant, item by item, and the trace that it goes on record with. Whoever holds it wipes the values. */
record Answered(SessionId session, List<Decision> decisions, Context trace) {
    Answered with(List<Decision> others) {
        return new Answered(session, others, trace);
    }

    void wipe() {
        for (Decision decision : decisions)
            if (decision instanceof Decision.Release release) release.value().close();
    }
}
