package ai.igent.maestro.injector.change;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.eventbus.EventBus;

import ai.igent.maestro.injector.bundle.Builds;
import ai.igent.maestro.injector.notice.Notices;
import ai.igent.maestro.vocabulary.SessionId;

/** Ends the builds that a change concerns at once, and has the sandboxes that are connected told in the background. */
@ApplicationScoped
class HeedChanges {
    private static final Logger LOG = Logger.getLogger(HeedChanges.class);

    private final Builds builds;
    private final Notices notices;
    private final EventBus bus;
    private final ObjectMapper json;

    HeedChanges(Builds builds, Notices notices, EventBus bus, ObjectMapper json) {
        this.builds = builds;
        this.notices = notices;
        this.bus = bus;
        this.json = json;
    }

    @Incoming("sessions")
    void ofSession(ConsumerRecord<String, byte[]> record) {
        try {
            heed(Event.of(record));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warnf("an event on %s cannot be read: %s", record.topic(), unreadable.getClass().getName());
        }
    }

    @Incoming("secrets")
    void ofSecret(ConsumerRecord<String, byte[]> record) {
        valueChanged(Event.of(record).subject());
    }

    @Incoming("connections")
    void ofConnection(ConsumerRecord<String, byte[]> record) {
        valueChanged(Event.of(record).subject());
    }

    private void heed(Event event) throws IOException {
        switch (event.type()) {
            case "session.activations-changed" -> activationsChanged(new SessionId(event.subject()), revision(event));
            case "session.ended" -> ended(new SessionId(event.subject()));
            default -> {
                // nothing that concerns a bundle
            }
        }
    }

    private void activationsChanged(SessionId session, long revision) {
        builds.endOlder(session, revision);
        announce(session, revision);
    }

    private void ended(SessionId session) {
        builds.forget(session);
        notices.dismiss(session);
    }

    private void valueChanged(String id) {
        Set<SessionId> concerned = new HashSet<>(notices.sessionsHolding(id));
        concerned.addAll(builds.endAllWith(id));
        concerned.forEach(session -> announce(session, 0));
    }

    private void announce(SessionId session, long revision) {
        if (notices.listener(session).isPresent()) bus.send(AnnounceChange.ADDRESS, new AnnounceChange.Change(session, revision));
    }

    private long revision(Event event) throws IOException {
        return json.readTree(event.data()).path("revision").asLong();
    }
}
