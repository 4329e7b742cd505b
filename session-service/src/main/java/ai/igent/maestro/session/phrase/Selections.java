package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.List;

/** Splits the words a verb governs at their joints. In "dev and staging secrets of aws" an environment alone belongs to its neighbour. */
final class Selections {
    private Selections() {}

    static List<Selection> wanted(List<String> words, Lexicon lexicon) {
        return narrowed(excepted(words, lexicon));
    }

    /** The same for taking away: an environment behind something that has none stands for itself, so that no less is taken than may be meant. */
    static List<Selection> takenAway(List<String> words, Lexicon lexicon) {
        List<Selection> all = excepted(words, lexicon);
        List<Selection> alone = new ArrayList<>();
        for (int at = 1; at < all.size(); at++)
            if (all.get(at).namesOnlyEnvironments() && all.get(at - 1).hasSubject() && all.get(at - 1).leavesRoomFor(all.get(at)))
                alone.add(all.get(at));
        List<Selection> taken = new ArrayList<>(narrowed(all.stream().filter(each -> !alone.contains(each)).toList()));
        taken.addAll(alone);
        return taken;
    }

    private static List<Selection> narrowed(List<Selection> all) {
        List<Selection> subjects = all.stream().filter(Selection::hasSubject).toList();
        if (subjects.isEmpty()) return all;
        for (int at = 0; at < all.size(); at++)
            if (!all.get(at).hasSubject()) neighbour(all, at).narrow(all.get(at));
        return subjects;
    }

    /** In "activate aws, that would be all" the last word is not about everything there is. */
    static List<Selection> withoutStrayAll(List<Selection> selections) {
        List<Selection> named = selections.stream().filter(selection -> !selection.saysOnlyAll()).toList();
        return named.isEmpty() ? selections : named;
    }

    /** Exceptions stand each for itself: "except github and production" takes out both. */
    static List<Selection> excepted(List<String> words, Lexicon lexicon) {
        List<Selection> selections = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (String word : words) {
            if (FixedWords.JOINTS.contains(word)) {
                selections.add(Selection.of(group, lexicon));
                group = new ArrayList<>();
            } else
                group.add(word);
        }
        selections.add(Selection.of(group, lexicon));
        return selections;
    }

    private static Selection neighbour(List<Selection> all, int at) {
        for (int next = at + 1; next < all.size(); next++)
            if (all.get(next).hasSubject()) return all.get(next);
        for (int previous = at - 1; previous >= 0; previous--)
            if (all.get(previous).hasSubject()) return all.get(previous);
        throw new IllegalStateException("called only when some selection has a subject");
    }
}
