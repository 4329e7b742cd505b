package ai.igent.maestro.egress;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretValue;

/**
 * A request to an address outside. Header values and the form may be secret: the caller wipes them afterwards.
 *
 * @param headers by name; each value is one that a header can carry: visible ASCII and spaces inside
 */
public record OutgoingCall(URI target, Map<String, SecretValue> headers, Optional<Form> form) {
    private static final String AUTHORIZATION = "Authorization";

    /** @throws InvalidWord when a header cannot carry its value */
    public OutgoingCall {
        headers = Map.copyOf(headers);
        if (!headers.values().stream().allMatch(OutgoingCall::fitsAHeader)) throw new InvalidWord("must be visible ASCII characters");
    }

    /** Reads {@code target}; {@code authorization} is the whole value of that header. */
    public static OutgoingCall get(URI target, SecretValue authorization) {
        return new OutgoingCall(target, Map.of(AUTHORIZATION, authorization), Optional.empty());
    }

    /** Posts a form; {@code authorization} is the whole value of that header. */
    public static OutgoingCall post(URI target, Optional<SecretValue> authorization, Form form) {
        return new OutgoingCall(target, authorization.map(value -> Map.of(AUTHORIZATION, value)).orElse(Map.of()), Optional.of(form));
    }

    /** The same call with one more header, which is not secret. */
    public OutgoingCall with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, SecretValue.of(value));
        return new OutgoingCall(target, more, form);
    }

    /** Whether {@code value} can stand in a header. */
    public static boolean fitsAHeader(SecretValue value) {
        return value.borrow(utf8 -> {
            for (byte each : utf8)
                if (each < ' ' || each > '~') return false;
            return utf8[0] != ' ' && utf8[utf8.length - 1] != ' ';
        });
    }

    static String text(SecretValue value) {
        return value.borrow(utf8 -> new String(utf8, StandardCharsets.US_ASCII));
    }
}
