package ai.igent.maestro.vault.secret;

/** The form of words people choose in their own language: letters and digits of any script, and a few marks behind the first. */
final class UnicodeWord {
    private UnicodeWord() {}

    /** Lengths are counted in characters as people see them, not in the two halves that rarer ones are stored as. */
    static boolean is(String text, String marks, int longest) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > longest || !isLetterOrNumber(text.codePointAt(0))) return false;
        return text.codePoints().skip(1).allMatch(c -> isLetterOrNumber(c) || marks.indexOf(c) >= 0);
    }

    /** Unicode's categories L and N; {@link Character#isLetterOrDigit(int)} does not count numbers such as the Roman ones. */
    private static boolean isLetterOrNumber(int c) {
        if (Character.isLetterOrDigit(c)) return true;
        int category = Character.getType(c);
        return category == Character.LETTER_NUMBER || category == Character.OTHER_NUMBER;
    }
}
