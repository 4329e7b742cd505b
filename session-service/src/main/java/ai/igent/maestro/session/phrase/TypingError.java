package ai.igent.maestro.session.phrase;

/**
 * Tells whether two words differ by one slip: a letter too many, too few, wrong, or two neighbours swapped. A letter of another script is no slip
 * of a finger: who has written one may want a word to look like another.
 */
final class TypingError {
    private static final int SHORTEST = 4;

    private TypingError() {}

    /** Short words are too near each other to guess from. */
    static boolean separates(String typed, String meant) {
        if (typed.length() < SHORTEST || typed.equals(meant)) return false;
        return differByOneSlip(typed, meant) && Script.isSame(typed, meant);
    }

    private static boolean differByOneSlip(String typed, String meant) {
        return switch (typed.length() - meant.length()) {
            case 0 -> sameLength(typed, meant);
            case 1 -> oneExtra(typed, meant);
            case -1 -> oneExtra(meant, typed);
            default -> false;
        };
    }

    private static boolean sameLength(String typed, String meant) {
        int at = firstDifference(typed, meant);
        if (sameFrom(typed, at + 1, meant, at + 1)) return true;
        return at + 1 < typed.length() && typed.charAt(at) == meant.charAt(at + 1) && typed.charAt(at + 1) == meant.charAt(at)
                && sameFrom(typed, at + 2, meant, at + 2);
    }

    private static boolean oneExtra(String longer, String shorter) {
        int at = firstDifference(longer, shorter);
        return sameFrom(longer, at + 1, shorter, at);
    }

    private static boolean sameFrom(String one, int from, String other, int otherFrom) {
        return one.regionMatches(from, other, otherFrom, one.length() - from);
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at))
            at++;
        return at;
    }
}
