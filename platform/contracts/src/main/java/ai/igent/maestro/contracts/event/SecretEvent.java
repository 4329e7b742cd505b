package ai.igent.maestro.contracts.event;

import java.time.Instant;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.VariableName;

/** What happened to a secret. Keyed by owner; {@code sequence} counts every change of the secret. */
public sealed interface SecretEvent extends MaestroEvent {
    SecretId secret();

    Owner owner();

    /** The version that is current after the event. */
    long version();

    /** See the word list: a higher epoch ends every activation that pinned a lower one. */
    long epoch();

    @Override
    default Topic topic() {
        return Topic.SECRETS;
    }

    @Override
    default String key() {
        return owner().text();
    }

    @Override
    default String subject() {
        return secret().text();
    }

    record Registered(SecretId secret, Owner owner, long version, long epoch, long sequence, String name, VariableName variable,
            Environment environment, String integration, String account) implements SecretEvent {
        @Override
        public String type() {
            return "secret.registered";
        }
    }

    /** Something that describes the secret changed; when that ends consent, the epoch rose. */
    record Updated(SecretId secret, Owner owner, long version, long epoch, long sequence, String name, VariableName variable,
            Environment environment, String integration, String account) implements SecretEvent {
        @Override
        public String type() {
            return "secret.updated";
        }
    }

    record ValueChanged(SecretId secret, Owner owner, long version, long epoch, long sequence) implements SecretEvent {
        @Override
        public String type() {
            return "secret.value-changed";
        }
    }

    record Deleted(SecretId secret, Owner owner, long version, long epoch, long sequence) implements SecretEvent {
        @Override
        public String type() {
            return "secret.deleted";
        }
    }

    record Undeleted(SecretId secret, Owner owner, long version, long epoch, long sequence) implements SecretEvent {
        @Override
        public String type() {
            return "secret.undeleted";
        }
    }

    /** The secret and all its values are gone; always after a deletion. */
    record Purged(SecretId secret, Owner owner, long version, long epoch, long sequence) implements SecretEvent {
        @Override
        public String type() {
            return "secret.purged";
        }
    }

    record Compromised(SecretId secret, Owner owner, long version, long epoch, long sequence) implements SecretEvent {
        @Override
        public String type() {
            return "secret.compromised";
        }
    }

    /** A new value is due since {@code dueAt}; told once for each such time. Nothing else about the secret changed. */
    record RotationDue(SecretId secret, Owner owner, long version, long epoch, long sequence, Instant dueAt) implements SecretEvent {
        @Override
        public String type() {
            return "secret.rotation-due";
        }
    }
}
