package ai.igent.maestro.envelope.vault;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What Vault answered. It may hold a key or a token: it is read once, which wipes it, and never printed.
 *
 * @param body JSON, this record's own
 */
record VaultAnswer(int status, byte[] body) {
    private static final int NO_CONTENT = 204;
    private static final ObjectReader JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build()
            .reader();

    boolean isGood() {
        return status == 200 || status == NO_CONTENT;
    }

    /** The body as {@code type}, whose byte arrays are decoded without a text in between. */
    <T> T as(Class<T> type) {
        try {
            T read = JSON.forType(type).readValue(body);
            if (read == null) throw new VaultFailure(VaultFailure.Reason.STRANGE);
            return read;
        } catch (IOException | IllegalArgumentException unreadable) {
            // without the cause: its message may repeat a part of the body
            throw new VaultFailure(VaultFailure.Reason.STRANGE);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    VaultFailure failure() {
        return new VaultFailure(VaultRefusal.of(status, errors()));
    }

    private List<String> errors() {
        try {
            return as(Errors.class).errors();
        } catch (VaultFailure notJson) {
            return List.of();
        }
    }

    private record Errors(List<String> errors) {
        Errors {
            errors = errors == null ? List.of() : List.copyOf(errors);
        }
    }

    @Override
    public String toString() {
        return "[answer " + status + "]";
    }
}
