package ai.igent.maestro.session.phrase;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits a phrase into lower-case words, with {@link #COMMA}, {@link #STOP} and {@link #QUESTION_MARK} where the writer paused or ended a
 * sentence. A number keeps its sign.
 */
final class SpokenWords {
    static final String COMMA = ",";
    static final String STOP = ".";
    static final String QUESTION_MARK = "?";
    private static final String SIGN = "(?:(?<![\\p{L}\\p{M}\\p{N}_])[-\u2212\u2013] *(?=\\p{N}))?";
    private static final Pattern PART = Pattern.compile(
            SIGN + "[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_.@'-]*[\\p{L}\\p{M}\\p{N}_])?|[,;&+/]|[.!?\\n]");
    private static final String PAUSES = ",;&+/";

    private SpokenWords() {}

    static List<String> of(Phrase phrase) {
        var matcher = PART.matcher(fold(phrase.text()));
        List<String> words = new ArrayList<>();
        while (matcher.find())
            words.add(wordOrMark(matcher.group().replace(" ", "")));
        return words;
    }

    /** Compatible characters become one (a full-width A is an A); look-alikes of other scripts stay what they are and match nothing. */
    static String fold(String text) {
        if (isAscii(text)) return text.toLowerCase(Locale.ROOT);
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++)
            if (text.charAt(at) >= 0x80) return false;
        return true;
    }

    private static String wordOrMark(String part) {
        if (part.length() > 1 || Character.isLetterOrDigit(part.charAt(0)) || part.equals("_")) return part;
        if (part.equals(QUESTION_MARK)) return QUESTION_MARK;
        return PAUSES.contains(part) ? COMMA : STOP;
    }
}
