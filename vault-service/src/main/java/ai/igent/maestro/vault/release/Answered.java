package ai.igent.maestro.vault.release;

import java.util.List;

import ai.igent.maestro.vocabulary.SessionId;

/** What was decided on one grant, item by item. Whoever holds it wipes the values. */
record Answered(SessionId session, List<Decision> decisions) {
    void wipe() {
        for (Decision decision : decisions)
            if (decision instanceof Decision.Release release) release.value().close();
    }
}
