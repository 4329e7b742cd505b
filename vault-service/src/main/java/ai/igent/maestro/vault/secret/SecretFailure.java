package ai.igent.maestro.vault.secret;

import java.util.List;

import ai.igent.maestro.web.problem.Failure;

/** What can go wrong with a secret. */
public abstract sealed class SecretFailure extends Failure {
    private static final long serialVersionUID = 1;

    /** Absent, or somebody else's: not told apart. */
    static final class NotFound extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** The caller may see the organization's secret but is not its admin. */
    static final class AdminRequired extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    static final class NameTaken extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** It was deleted; only undeleting it is possible. */
    static final class Deleted extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    static final class NotDeleted extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** What was asked is possible for earlier versions only. */
    static final class VersionCurrent extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    static final class VersionDestroyed extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** The new value is one that leaked. */
    static final class ValueCompromised extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** What the request made the first time was purged since. */
    static final class Purged extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** The key the change was sealed under stopped being the secret's meanwhile. Doing it again, with the key of now, helps. */
    static final class KeyMoved extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** The owner's keys were destroyed by order, and with them the value. */
    static final class Destroyed extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** Somebody else was faster. */
    static final class ChangedMeanwhile extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** {@code If-Match} names another state than the current one. */
    static final class Stale extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** The row is not as this service wrote it. */
    static final class Tampered extends SecretFailure {
        private static final long serialVersionUID = 1;
    }

    /** Lines of a file cannot be imported, so none of it was. */
    static final class ImportRefused extends SecretFailure {
        private static final long serialVersionUID = 1;

        private final transient List<ImportedLine> lines;

        ImportRefused(List<ImportedLine> lines) {
            this.lines = lines;
        }

        List<ImportedLine> lines() {
            return lines;
        }
    }

    /** A field is well-formed but does not fit the others or the catalog. {@code reason} never repeats what was sent. */
    static final class Unfit extends SecretFailure {
        private static final long serialVersionUID = 1;

        private final String field;
        private final String code;
        private final String reason;

        Unfit(String field, String code, String reason) {
            this.field = field;
            this.code = code;
            this.reason = reason;
        }

        String field() {
            return field;
        }

        String code() {
            return code;
        }

        String reason() {
            return reason;
        }
    }
}
