package ai.igent.maestro.contracts.event;

import java.time.Instant;
import java.util.List;

import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/** What happened to a session. Keyed by session; {@code sequence} counts every event of the session. */
public sealed interface SessionEvent extends MaestroEvent {
    SessionId session();

    @Override
    default Topic topic() {
        return Topic.SESSIONS;
    }

    @Override
    default String key() {
        return session().text();
    }

    @Override
    default String subject() {
        return session().text();
    }

    record Created(SessionId session, long sequence, String user, String organization, Instant expiresAt) implements SessionEvent {
        @Override
        public String type() {
            return "session.created";
        }
    }

    /** Nothing of this session is active from {@code revision} on. {@code reason}: ended or expired. */
    record Ended(SessionId session, long sequence, long revision, String reason) implements SessionEvent {
        @Override
        public String type() {
            return "session.ended";
        }
    }

    /** Somebody waits for the user's word. The phrase is not here: free text never enters events. */
    record ActivationRequested(SessionId session, long sequence, RequestId request, String status) implements SessionEvent {
        @Override
        public String type() {
            return "session.activation-requested";
        }
    }

    /** The whole active set of {@code revision}: what is not in {@code items} is not active. */
    record ActivationsChanged(SessionId session, long sequence, long revision, List<Item> items) implements SessionEvent {
        public ActivationsChanged {
            items = List.copyOf(items);
        }

        @Override
        public String type() {
            return "session.activations-changed";
        }

        /** {@code id} is a secret's or a connection's, by {@code source}. */
        public record Item(String id, Source source, Owner owner, long epoch, VariableName variable, SecretKind kind, DeliveryMode mode,
                Instant activeUntil) {}
    }

    /** Something has been active since {@code activeSince} without anybody having looked: a reminder to review the {@code active} things. */
    record ReviewDue(SessionId session, long sequence, int active, Instant activeSince) implements SessionEvent {
        @Override
        public String type() {
            return "session.review-due";
        }
    }
}
