package ai.igent.maestro.contracts.internal;

import java.util.List;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SessionId;

/** What an injector asks for several sandboxes at once, at most {@value #MOST}: each is a {@link GrantRequest} of its own. */
public record GrantQuestions(List<Question> questions) {
    public static final int MOST = 64;

    public GrantQuestions {
        if (questions == null) throw new InvalidWord("questions are missing");
        if (questions.size() > MOST) throw new InvalidWord("there are more than " + MOST + " questions");
        questions = List.copyOf(questions);
    }

    /** {@code traceparent}: the W3C trace context of the one fetch that needs it, null when it is not traced. */
    public record Question(SessionId session, Purpose purpose, Long have, String traceparent) {
        public Question {
            if (session == null) throw new InvalidWord("session is missing");
            if (purpose == null) throw new InvalidWord("purpose is missing");
        }

        public GrantRequest alone() {
            return new GrantRequest(purpose, have);
        }
    }
}
