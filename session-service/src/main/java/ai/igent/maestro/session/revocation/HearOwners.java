package ai.igent.maestro.session.revocation;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.outbox.inbox.Inbox;
import ai.igent.maestro.outbox.inbox.IncomingEvent;
import ai.igent.maestro.session.candidate.CandidateId;

/**
 * Listens to the owners of secrets and connections. Every event of theirs carries the epoch that holds after it, and that is all that matters
 * here: whatever raised it, consent for an earlier one is over.
 */
@ApplicationScoped
class HearOwners {
    private static final long FIRST_EPOCH = 1;

    private final Inbox inbox;
    private final EndEarlierConsent endEarlierConsent;

    HearOwners(Inbox inbox, EndEarlierConsent endEarlierConsent) {
        this.inbox = inbox;
        this.endEarlierConsent = endEarlierConsent;
    }

    @Incoming("secrets")
    Uni<Void> ofSecrets(ConsumerRecord<String, String> event) {
        return inbox.take(event, HearOwners::mayEndConsent, this::apply);
    }

    @Incoming("connections")
    Uni<Void> ofConnections(ConsumerRecord<String, String> event) {
        return inbox.take(event, HearOwners::mayEndConsent, this::apply);
    }

    /** In its first epoch a secret has no earlier consent: what was registered, and what has only had new values since. */
    private static boolean mayEndConsent(IncomingEvent event) {
        return event.as(WithEpoch.class).epoch() > FIRST_EPOCH;
    }

    private Uni<Void> apply(IncomingEvent event) {
        return endEarlierConsent.of(new CandidateId(event.subject()), event.as(WithEpoch.class).epoch());
    }

    /** What all of these events have in common, as far as it matters here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WithEpoch(long epoch) {}
}
