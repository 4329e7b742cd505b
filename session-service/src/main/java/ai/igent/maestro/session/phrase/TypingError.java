package ai.igent.maestro.session.phrase;

/** Tells whether two words differ by one slip: a letter too many, too few, wrong, or two neighbours swapped. */
final class TypingError {
    private static final int SHORTEST = 4;

    private TypingError() {}

    /** Short words are too near each other to guess from. */
    static boolean separates(String typed, String meant) {
        if (typed.length() < SHORTEST || typed.equals(meant)) return false;
        return switch (typed.length() - meant.length()) {
            case 0 -> sameLength(typed, meant);
            case 1 -> oneExtra(typed, meant);
            case -1 -> oneExtra(meant, typed);
            default -> false;
        };
    }

    private static boolean sameLength(String typed, String meant) {
        int at = firstDifference(typed, meant);
        if (typed.substring(at + 1).equals(meant.substring(at + 1))) return true;
        return at + 1 < typed.length() && typed.charAt(at) == meant.charAt(at + 1) && typed.charAt(at + 1) == meant.charAt(at)
                && typed.substring(at + 2).equals(meant.substring(at + 2));
    }

    private static boolean oneExtra(String longer, String shorter) {
        int at = firstDifference(longer, shorter);
        return longer.substring(at + 1).equals(shorter.substring(at));
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at))
            at++;
        return at;
    }
}
