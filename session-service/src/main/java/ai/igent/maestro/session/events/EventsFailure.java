package ai.igent.maestro.session.events;

import ai.igent.maestro.web.problem.Failure;

/** Why a stream does not begin. */
abstract sealed class EventsFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** The session is watched by as many as it may be. */
    static final class TooManyStreams extends EventsFailure {
        private static final long serialVersionUID = 1;
    }
}
