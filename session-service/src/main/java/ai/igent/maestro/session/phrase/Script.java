package ai.igent.maestro.session.phrase;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/** The scripts that words are written in. Of Latin, only the letters from A to Z count as Latin, with accents or without. */
final class Script {
    private static final Set<UnicodeScript> OF_NO_WORD = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

    private Script() {}

    /** Whether the letters of both words are of one script. Digits and signs of ASCII go with every script, others with none. */
    static boolean isSame(String one, String other) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        IntStream.concat(one.codePoints(), other.codePoints()).filter(c -> c >= 0x80 || Character.isLetter(c))
                .forEach(c -> scripts.add(of(c)));
        return scripts.size() <= 1 && scripts.stream().noneMatch(OF_NO_WORD::contains);
    }

    private static UnicodeScript of(int c) {
        var script = UnicodeScript.of(c);
        return script == UnicodeScript.LATIN && baseOf(c) >= 0x80 ? UnicodeScript.UNKNOWN : script;
    }

    private static int baseOf(int c) {
        return c < 0x80 ? c : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
    }
}
