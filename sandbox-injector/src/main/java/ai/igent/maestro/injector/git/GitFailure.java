package ai.igent.maestro.injector.git;

import java.util.List;

import ai.igent.maestro.web.problem.Failure;

/** Why git gets no answer at all. */
abstract sealed class GitFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** A line of the query is not {@code key=value}. */
    static final class Unreadable extends GitFailure {
        private static final long serialVersionUID = 1;
        private final int line;

        Unreadable(int line) {
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** The query names an operation that does not exist. */
    static final class UnknownOperation extends GitFailure {
        private static final long serialVersionUID = 1;
    }

    /** Several active values are for this host, and nothing says which is meant. */
    static final class Ambiguous extends GitFailure {
        private static final long serialVersionUID = 1;
        private final transient List<String> choices;

        Ambiguous(List<String> choices) {
            this.choices = List.copyOf(choices);
        }

        /** Accounts, or variables where they have none. */
        List<String> choices() {
            return choices;
        }
    }
}
