package ai.igent.maestro.injector.recognition;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What of a value gives it away: the value itself without white space around it, the leaves of JSON, the password in a URL, the lines of PEM. */
final class Parts {
    private static final int SHORTEST_PASSWORD = Patterns.SHORTEST;
    private static final int SHORTEST_PEM_LINE = 16;
    private static final String PEM = "-----BEGIN ";
    private static final String PEM_BORDER = "-----";

    private final List<Part> parts = new ArrayList<>();

    private Parts() {}

    /** The parts are copies, which the caller wipes. */
    static List<Part> of(byte[] utf8) {
        Parts parts = new Parts();
        byte[] trimmed = trimmed(utf8);
        if (trimmed.length >= Patterns.SHORTEST) {
            parts.parts.add(new Part(trimmed, true));
            parts.look(trimmed);
        }
        return parts.parts;
    }

    private void look(byte[] value) {
        if (value[0] == '{' || value[0] == '[') JsonLeaves.of(value).forEach(this::addLeaf);
        String text = new String(value, UTF_8);
        if (text.contains(PEM)) addLines(text);
        else if (text.contains("://")) addPassword(text);
    }

    private void addLeaf(byte[] leaf) {
        parts.add(new Part(leaf, true));
        String text = new String(leaf, UTF_8);
        if (text.contains(PEM)) addLines(text);
        else if (text.contains("://")) addPassword(text);
    }

    private void addLines(String text) {
        text.lines().map(String::strip).filter(line -> line.length() >= SHORTEST_PEM_LINE && !line.startsWith(PEM_BORDER))
                .forEach(line -> parts.add(new Part(line.getBytes(UTF_8), false)));
    }

    /** As it is written, and as it is meant. */
    private void addPassword(String text) {
        String password = password(text);
        if (password.length() < SHORTEST_PASSWORD) return;
        parts.add(new Part(password.getBytes(UTF_8), true));
        if (password.indexOf('%') >= 0) decoded(password);
    }

    private void decoded(String password) {
        try {
            String meant = URLDecoder.decode(password.replace("+", "%2B"), UTF_8);
            if (meant.length() >= SHORTEST_PASSWORD) parts.add(new Part(meant.getBytes(UTF_8), true));
        } catch (IllegalArgumentException notEncoded) {
            // then it is meant as it is written
        }
    }

    /** Between the first colon of the authority and its last at sign, also in URLs that are none by the letter of RFC 3986. */
    static String password(String url) {
        String authority = authority(url);
        int at = authority.lastIndexOf('@');
        int colon = authority.indexOf(':');
        return colon >= 0 && colon < at ? authority.substring(colon + 1, at) : "";
    }

    private static String authority(String url) {
        try {
            String authority = new URI(url).getRawAuthority();
            if (authority != null) return authority;
        } catch (URISyntaxException unusual) {
            // passwords are often not encoded as they should be
        }
        String rest = url.substring(url.indexOf("://") + "://".length());
        int at = rest.lastIndexOf('@');
        int end = rest.indexOf('/', Math.max(0, at));
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static byte[] trimmed(byte[] utf8) {
        int from = 0;
        int to = utf8.length;
        while (from < to && isSpace(utf8[from]))
            from++;
        while (to > from && isSpace(utf8[to - 1]))
            to--;
        return Arrays.copyOfRange(utf8, from, to);
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\t' || each == '\n' || each == '\r';
    }
}
