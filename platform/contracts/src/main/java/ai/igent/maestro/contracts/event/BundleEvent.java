package ai.igent.maestro.contracts.event;

import java.util.List;

import ai.igent.maestro.vocabulary.SessionId;

/** How far a revision came. Keyed by session; {@code sequence} is the revision. */
public sealed interface BundleEvent extends MaestroEvent {
    SessionId session();

    long revision();

    @Override
    default Topic topic() {
        return Topic.BUNDLES;
    }

    @Override
    default String key() {
        return session().text();
    }

    @Override
    default String subject() {
        return session().text();
    }

    @Override
    default long sequence() {
        return revision();
    }

    /** The session's sandbox has this revision. */
    record Applied(SessionId session, long revision) implements BundleEvent {
        @Override
        public String type() {
            return "bundle.applied";
        }
    }

    /** Some of this revision could not be delivered; {@code failed} names what and why. The rest was. */
    record Failed(SessionId session, long revision, List<Failure> failed) implements BundleEvent {
        public Failed {
            failed = List.copyOf(failed);
        }

        @Override
        public String type() {
            return "bundle.failed";
        }

        /** {@code code} is one of the codes in docs/reference/bundle-failures.md. */
        public record Failure(String id, String code) {}
    }
}
