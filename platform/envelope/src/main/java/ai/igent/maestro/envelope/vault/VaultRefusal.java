package ai.igent.maestro.envelope.vault;

import java.util.List;

import ai.igent.maestro.envelope.vault.VaultFailure.Reason;

/**
 * What a refusal means. Vault tells kinds of 400 and 503 apart by words only. A 400 whose words are not known is not taken for a broken seal: that
 * would call a value tampered with that only cannot be opened now.
 */
final class VaultRefusal {
    private VaultRefusal() {}

    static Reason of(int status, List<String> errors) {
        return switch (status) {
            case 400 -> badRequest(errors);
            case 403 -> Reason.DENIED;
            case 404 -> Reason.NO_KEY;
            case 503 -> says(errors, "sealed") ? Reason.SEALED : Reason.BUSY;
            case 412, 429, 472, 473, 500, 502, 504 -> Reason.BUSY;
            default -> Reason.STRANGE;
        };
    }

    private static Reason badRequest(List<String> errors) {
        if (says(errors, "too old")) return Reason.RETIRED_VERSION;
        if (says(errors, "invalid ciphertext") || says(errors, "message authentication failed")) return Reason.DOES_NOT_OPEN;
        if (says(errors, "encryption key not found")) return Reason.NO_KEY;
        if (says(errors, "invalid role") || says(errors, "invalid secret id")) return Reason.DENIED;
        return Reason.STRANGE;
    }

    private static boolean says(List<String> errors, String words) {
        return errors.stream().anyMatch(error -> error.contains(words));
    }
}
