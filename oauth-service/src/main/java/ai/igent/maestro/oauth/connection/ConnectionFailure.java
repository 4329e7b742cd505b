package ai.igent.maestro.oauth.connection;

import ai.igent.maestro.web.problem.Failure;

/** What can go wrong with connections. */
public abstract sealed class ConnectionFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** Absent, or not the caller's to see. */
    public static final class NotFound extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }

    /** The organization's, and the caller is not its admin. */
    public static final class AdminsOnly extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }

    /** Another admin of the organization asked for this authorization. */
    public static final class AnotherPersonAsked extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }

    /** No provider of that name. */
    public static final class UnknownProvider extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }

    /** Nobody registered a client at the provider yet. */
    public static final class ProviderNotConfigured extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }

    /** The provider's definition does not know a scope. */
    public static final class UnknownScope extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }

    /** It was revoked; a new one has to be made. */
    public static final class Revoked extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }

    /** {@code If-Match} names an earlier state. */
    public static final class Stale extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }

    /** What the row says is not what this service wrote. */
    public static final class SealBroken extends ConnectionFailure {
        private static final long serialVersionUID = 1;
    }
}
