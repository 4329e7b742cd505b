package ai.igent.maestro.vault.verify;

import java.util.Map;

import ai.igent.maestro.vault.catalog.Verification;
import ai.igent.maestro.vault.secret.SealedSecret;
import ai.igent.maestro.vocabulary.VariableName;

/** What verifying a secret comes to. */
sealed interface Plan {
    /** One call, with these secrets by the catalog's variables. */
    record Call(String integration, Verification how, Map<VariableName, SealedSecret> parts) implements Plan {
        public Call {
            parts = Map.copyOf(parts);
        }
    }

    /** Nothing leaves. */
    record NoCall(Explanation why) implements Plan {}
}
