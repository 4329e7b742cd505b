package ai.igent.maestro.test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An obvious, never repeated stand-in for a secret value, that can be found again wherever it leaked to, encodings included. */
public record Canary(String text) {
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    /** A fresh one; {@code name} tells a reader of a failure where it came from. */
    public static Canary named(String name) {
        return new Canary("canary-" + name + "-" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** One with characters that JSON, URLs and base64 write differently, so that those forms of it are other texts than itself. */
    public static Canary awkward(String name) {
        return new Canary(named(name).text() + " \"\\/+&%=\u00e9\u00ff?'" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** What of it stays the same in every text that spares letters, digits and dashes. */
    public String core() {
        return text.split(" ", 2)[0];
    }

    /** The value in every form in which it could have escaped; each is long enough to be no accident. */
    public List<String> forms() {
        byte[] bytes = core().getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>(
                Arrays.asList(text, URLEncoder.encode(text, StandardCharsets.UTF_8), HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes), new StringBuilder(core()).reverse().toString(), core()));
        for (int shift = 0; shift < 3; shift++) {
            forms.add(insideOf(BASE64, bytes, shift));
            forms.add(insideOf(BASE64_URL, bytes, shift));
        }
        return List.copyOf(forms);
    }

    /** What of the value's base64 is the same whatever surrounds it, when it starts {@code shift} bytes into a group of three. */
    private static String insideOf(Base64.Encoder encoder, byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = encoder.encodeToString(shifted);
        int from = shift == 0 ? 0 : shift + 1;
        return encoded.substring(from, encoded.length() - 3);
    }

    public boolean isIn(String haystack) {
        return forms().stream().anyMatch(haystack::contains);
    }
}
