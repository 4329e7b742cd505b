package ai.igent.maestro.session.candidate;

import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.web.problem.Failure;

/** Why it cannot be said what could be activated. */
public abstract sealed class CandidateFailure extends Failure {
    private static final long serialVersionUID = 1;

    static String serviceName(Source source) {
        return switch (source) {
            case VAULT -> "vault-service";
            case OAUTH -> "oauth-service";
        };
    }

    /** Somebody has more than can be looked through for a name. By its id, each can be had. */
    public static final class TooMany extends CandidateFailure {
        private static final long serialVersionUID = 1;
    }

    /** An owner service does not answer, or not in the agreed form. Trying again later may help. */
    public static final class OwnerServiceAway extends CandidateFailure {
        private static final long serialVersionUID = 1;
        private final Source source;

        OwnerServiceAway(Source source) {
            this.source = source;
        }

        String service() {
            return serviceName(source);
        }
    }
}
