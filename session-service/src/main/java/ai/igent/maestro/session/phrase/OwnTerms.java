package ai.igent.maestro.session.phrase;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.vocabulary.Owner;

/** The terms that name one candidate: its id, name, variable, tags, account, the parts of its account, and its organization. */
final class OwnTerms {
    private static final String BETWEEN_PARTS = "_-. \t";

    private OwnTerms() {}

    /** Takes a folded term and why it names the candidate, in two pieces so that most are never put together; {@code text} may be null. */
    @FunctionalInterface
    interface Sink {
        void term(String term, String what, String text);
    }

    static void of(Candidate candidate, Sink sink) {
        sink.term(candidate.id().text(), "its id", null);
        sink.term(SpokenWords.fold(candidate.name()), "its name is ", candidate.name());
        String variable = candidate.variable().text();
        if (!variable.equals(candidate.name())) sink.term(SpokenWords.fold(variable), "its variable is ", variable);
        for (String tag : candidate.tags())
            sink.term(SpokenWords.fold(tag), "it has the tag ", tag);
        if (candidate.account() != null) ofAccount(candidate.account(), sink);
        if (candidate.owner().kind() == Owner.Kind.ORGANIZATION)
            sink.term(SpokenWords.fold(candidate.owner().id()), "it belongs to ", candidate.owner().id());
    }

    private static void ofAccount(String account, Sink sink) {
        String folded = SpokenWords.fold(account);
        sink.term(folded, "its account is ", account);
        int from = 0;
        for (int at = 0; at <= folded.length(); at++) {
            if (at < folded.length() && BETWEEN_PARTS.indexOf(folded.charAt(at)) < 0) continue;
            if (at - from > 1) sink.term(folded.substring(from, at), "its account is ", account);
            from = at + 1;
        }
    }
}
