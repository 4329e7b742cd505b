package ai.igent.maestro.contracts.event;

import java.time.Instant;

import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.Owner;

/** What happened to an OAuth connection. Keyed by owner; {@code sequence} counts every change of the connection. */
public sealed interface ConnectionEvent extends MaestroEvent {
    ConnectionId connection();

    Owner owner();

    /** The token generation that is current after the event. */
    long version();

    long epoch();

    @Override
    default Topic topic() {
        return Topic.OAUTH;
    }

    @Override
    default String key() {
        return owner().text();
    }

    @Override
    default String subject() {
        return connection().text();
    }

    record Connected(ConnectionId connection, Owner owner, long version, long epoch, long sequence, String provider, Instant expiresAt)
            implements
                ConnectionEvent {
        @Override
        public String type() {
            return "connection.connected";
        }
    }

    record Updated(ConnectionId connection, Owner owner, long version, long epoch, long sequence) implements ConnectionEvent {
        @Override
        public String type() {
            return "connection.updated";
        }
    }

    record Refreshed(ConnectionId connection, Owner owner, long version, long epoch, long sequence, Instant expiresAt)
            implements
                ConnectionEvent {
        @Override
        public String type() {
            return "connection.refreshed";
        }
    }

    /** The provider no longer honours the connection; its owner has to authorize again. */
    record ReauthorizationRequired(ConnectionId connection, Owner owner, long version, long epoch,
            long sequence) implements ConnectionEvent {
        @Override
        public String type() {
            return "connection.reauthorization-required";
        }
    }

    record Revoked(ConnectionId connection, Owner owner, long version, long epoch, long sequence) implements ConnectionEvent {
        @Override
        public String type() {
            return "connection.revoked";
        }
    }
}
