package ai.igent.maestro.vocabulary;

/**
 * Classes of ASCII characters, for words that are checked each time a row, a request or an event becomes an object: a regular expression costs
 * several times as much there.
 */
public final class Ascii {
    private Ascii() {}

    public static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    public static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }

    /** As hexadecimal numbers are written in this suite: in lower case. */
    static boolean isHexDigit(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f';
    }

    /** A control character or one that separates words. */
    static boolean isControlOrSpace(char c) {
        return c <= ' ' || c == '\u007f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
