package ai.igent.maestro.injector.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import ai.igent.maestro.vocabulary.VariableName;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Collects the patterns of values: their parts as they are and encoded. Wipe it as soon as the automaton is built. */
final class Patterns {
    /** Shorter ones would be found in texts that have nothing to do with them. */
    static final int SHORTEST = 6;

    /** Longer parts are recognized as they are and in standard base64 alone, so that memory stays in proportion. */
    static final int LONGEST_IN_ALL_ENCODINGS = 4 * 1024;

    private static final int BYTES_OF_GROUP = 3;

    private final List<Pattern> patterns = new ArrayList<>();

    static Patterns of(List<Known> values) {
        Patterns patterns = new Patterns();
        for (Known known : values)
            known.value().borrow(utf8 -> {
                patterns.addParts(known.name(), utf8);
                return null;
            });
        return patterns;
    }

    List<Pattern> all() {
        return patterns;
    }

    void wipe() {
        patterns.forEach(Pattern::wipe);
    }

    private void addParts(VariableName name, byte[] utf8) {
        for (Part part : Parts.of(utf8)) {
            addRaw(name, part.bytes());
            if (part.isEncodable()) addEncoded(name, part.bytes());
            part.wipe();
        }
    }

    private void addRaw(VariableName name, byte[] raw) {
        add(name, Encoding.RAW, raw.clone());
    }

    private void addEncoded(VariableName name, byte[] raw) {
        for (int before = 0; before < BYTES_OF_GROUP; before++)
            addBase64(name, raw, before, Base64.getEncoder());
        if (raw.length > LONGEST_IN_ALL_ENCODINGS) return;
        for (int before = 0; before < BYTES_OF_GROUP; before++)
            addBase64(name, raw, before, Base64.getUrlEncoder());
        add(name, Encoding.HEX, HexFormat.of().formatHex(raw).getBytes(ISO_8859_1));
        add(name, Encoding.HEX, HexFormat.of().withUpperCase().formatHex(raw).getBytes(ISO_8859_1));
    }

    /** What base64 makes of the value behind {@code before} other bytes: the characters that are the value's alone, and the whole rest at its end. */
    private void addBase64(VariableName name, byte[] raw, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + raw.length];
        System.arraycopy(raw, 0, shifted, before, raw.length);
        byte[] encoded = encoder.encode(shifted);
        Arrays.fill(shifted, (byte) 0);
        int first = before == 0 ? 0 : before + 1;
        int padding = (BYTES_OF_GROUP - shifted.length % BYTES_OF_GROUP) % BYTES_OF_GROUP;
        int last = encoded.length - padding;
        add(name, Encoding.BASE64, Arrays.copyOfRange(encoded, first, padding == 0 ? last : last - 1));
        if (padding > 0) {
            add(name, Encoding.BASE64, Arrays.copyOfRange(encoded, first, last));
            add(name, Encoding.BASE64, Arrays.copyOfRange(encoded, first, encoded.length));
        }
        Arrays.fill(encoded, (byte) 0);
    }

    /** In form-encoded text a plus is a space, but not everybody who encodes a URL encodes a plus. */
    private void add(VariableName name, Encoding encoding, byte[] bytes) {
        if (bytes.length < SHORTEST) return;
        patterns.add(new Pattern(name, encoding, bytes));
        byte[] spaced = bytes.clone();
        boolean plus = false;
        for (int at = 0; at < spaced.length; at++)
            if (spaced[at] == '+') {
                spaced[at] = ' ';
                plus = true;
            }
        if (plus) patterns.add(new Pattern(name, Encoding.URL, spaced));
    }
}
