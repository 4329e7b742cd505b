package ai.igent.maestro.contracts.event;

/** A fact that was committed. What the methods below say travels in the record's headers; the record's fields are the data. */
public sealed interface MaestroEvent
        permits SecretEvent, SessionEvent, ConnectionEvent, BundleEvent, AuditRecorded, AuditRecordedTogether, AuditAppended {
    Topic topic();

    /** The CloudEvents type, for example {@code secret.registered}; its schema is {@code schemas/<type>.v1.json}. */
    String type();

    /** The partition key: events of one key arrive in order. */
    String key();

    /** The entity the event is about, as text. */
    String subject();

    /** The entity's own counter. Consumers ignore an event whose sequence is not above the last one they applied for its subject. */
    long sequence();
}
