package ai.igent.maestro.envelope.vault;

import com.fasterxml.jackson.annotation.JsonProperty;

import ai.igent.maestro.envelope.vault.VaultFailure.Reason;

/** What the transit engine answers, as far as it is read here. */
final class TransitAnswers {
    private TransitAnswers() {}

    record NewKey(Fields data) {
        record Fields(byte[] plaintext, String ciphertext) {
            Fields {
                if (plaintext == null || ciphertext == null) throw new IllegalArgumentException("no key");
            }
        }

        NewKey {
            if (data == null) throw new IllegalArgumentException("no key");
        }
    }

    record Unwrapped(Fields data) {
        record Fields(byte[] plaintext) {
            Fields {
                if (plaintext == null) throw new IllegalArgumentException("no key");
            }
        }

        Unwrapped {
            if (data == null) throw new IllegalArgumentException("no key");
        }
    }

    record Rewrapped(Fields data) {
        record Fields(String ciphertext) {
            Fields {
                if (ciphertext == null) throw new IllegalArgumentException("no key");
            }
        }

        Rewrapped {
            if (data == null) throw new IllegalArgumentException("no key");
        }
    }

    record TransitKey(Fields data) {
        record Fields(@JsonProperty("latest_version") int latestVersion, boolean derived, boolean exportable,
                @JsonProperty("allow_plaintext_backup") boolean allowPlaintextBackup) {}

        TransitKey {
            if (data == null) throw new IllegalArgumentException("no key");
        }

        /** Only a derived key binds what it wraps to an owner, and only one that cannot be taken out of Vault is worth asking Vault for. */
        TransitKey requireFit() {
            if (!data.derived() || data.exportable() || data.allowPlaintextBackup()) throw new VaultFailure(Reason.UNFIT_KEY);
            return this;
        }
    }
}
