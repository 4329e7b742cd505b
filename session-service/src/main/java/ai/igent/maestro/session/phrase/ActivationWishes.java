package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.Environment;

/** What the activating clauses of a phrase select: production only when named, one account of an integration or a question. */
final class ActivationWishes {
    private final Lexicon lexicon;
    private final List<Candidate> candidates;
    private final Set<CandidateId> active;
    private final Set<CandidateId> meant = new HashSet<>();
    private final Map<CandidateId, Match> matches = new LinkedHashMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Set<Hint> hints = EnumSet.noneOf(Hint.class);

    ActivationWishes(Lexicon lexicon, List<Candidate> candidates, Set<CandidateId> active) {
        this.lexicon = lexicon;
        this.candidates = candidates;
        this.active = active;
    }

    void add(Clause clause) {
        var exceptions = Exceptions.of(clause, lexicon);
        if (!exceptions.areClear()) {
            hints.add(Hint.EXCEPTION_UNKNOWN);
            return;
        }
        var selections = Selections.withoutStrayAll(Selections.wanted(clause.words(), lexicon));
        boolean included = selections.stream().anyMatch(selection -> selection.included().contains(Environment.PRODUCTION));
        for (Selection wanted : selections)
            add(wanted, exceptions, included || wanted.names(Environment.PRODUCTION));
    }

    private void add(Selection wanted, Exceptions exceptions, boolean production) {
        List<Match> selected = exceptions.takenOutOf(wanted.from(candidates));
        if (selected.isEmpty()) {
            explain(wanted, production);
            return;
        }
        List<Match> usable = keep(selected, match -> match.candidate().isActivatable(), Hint.NOT_ACTIVATABLE);
        usable = keep(usable, match -> production || !match.candidate().isProduction(), Hint.PRODUCTION_NOT_NAMED);
        accept(wanted, usable);
    }

    private List<Match> keep(List<Match> all, Predicate<Match> rule, Hint otherwise) {
        List<Match> kept = all.stream().filter(rule).toList();
        if (kept.size() < all.size()) hints.add(otherwise);
        return kept;
    }

    private void accept(Selection wanted, List<Match> usable) {
        Map<String, List<Match>> topics = usable.stream()
                .collect(Collectors.groupingBy(match -> lexicon.topicOf(match.candidate()), LinkedHashMap::new, Collectors.toList()));
        topics.forEach((topic, group) -> {
            var sets = CandidateSet.of(group);
            group.forEach(match -> meant.add(match.candidate().id()));
            if (sets.size() > 1 && !wanted.wantsEveryAccount()) choices.add(CandidateSet.choice(topic, sets));
            else
                take(group);
        });
    }

    private void take(List<Match> group) {
        keep(group, match -> !active.contains(match.candidate().id()), Hint.ALREADY_ACTIVE)
                .forEach(match -> matches.putIfAbsent(match.candidate().id(), match));
    }

    private void explain(Selection wanted, boolean production) {
        if (wanted.isForeign()) hints.add(Hint.NOT_YOURS);
        else if (wanted.isTakenBack()) hints.add(Hint.CONTRADICTORY);
        else
            suggest(wanted, production);
    }

    private void suggest(Selection wanted, boolean production) {
        List<Choice.Option> options = new ArrayList<>();
        for (String word : wanted.unknown())
            lexicon.almost(word).forEach((term, near) -> offer(term, near, production, options));
        if (options.isEmpty()) hints.add(Hint.NOTHING_MATCHED);
        else
            choices.add(Choice.of("No secret has exactly this name. Did you mean one of these?", options));
    }

    private void offer(String term, List<Candidate> near, boolean production, List<Choice.Option> options) {
        List<CandidateId> ids = near.stream().filter(Candidate::isActivatable).filter(candidate -> production || !candidate.isProduction())
                .map(Candidate::id).filter(id -> !active.contains(id)).toList();
        if (!ids.isEmpty()) options.add(new Choice.Option(term, ids));
    }

    /** A deactivating clause behind a wish takes back what it selects of that. */
    void takeBack(Clause clause) {
        if (clause.isAboutOthers()) return;
        List<Candidate> wished = matches.values().stream().map(Match::candidate).toList();
        List<Match> back = new ArrayList<>();
        for (Selection taken : Selections.takenAway(clause.words(), lexicon))
            back.addAll(taken.toTakeFrom(wished));
        for (Match match : Exceptions.of(clause, lexicon).takenOutOf(back))
            if (matches.remove(match.candidate().id()) != null) hints.add(Hint.CONTRADICTORY);
    }

    /** What was asked for by now, whether it is active already or not, and all that a choice is left of. */
    Set<CandidateId> meant() {
        return Set.copyOf(meant);
    }

    /** Nothing when there are more than anybody can look through. */
    List<Match> matches() {
        return matches.size() > Reading.MOST ? List.of() : List.copyOf(matches.values());
    }

    boolean isEmpty() {
        return matches.isEmpty() && choices.isEmpty();
    }

    List<Choice> choices() {
        return choices;
    }

    Set<Hint> hints() {
        if (matches.size() > Reading.MOST) hints.add(Hint.TOO_MANY);
        return hints;
    }
}
