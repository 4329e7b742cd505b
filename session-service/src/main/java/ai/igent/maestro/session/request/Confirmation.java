package ai.igent.maestro.session.request;

import java.util.Set;

/** A person's word: the nonce and hash of what they were shown, and what they acknowledge expressly. */
record Confirmation(String nonce, String setHash, Set<Acknowledgement> acknowledged) {
    Confirmation {
        acknowledged = Set.copyOf(acknowledged);
    }
}
