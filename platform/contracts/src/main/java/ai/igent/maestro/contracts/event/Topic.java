package ai.igent.maestro.contracts.event;

/** The Kafka topics, each with its major version in the name. */
public enum Topic {
    SECRETS("secrets.v1"),
    SESSIONS("sessions.v1"),
    OAUTH("oauth.v1"),
    BUNDLES("bundles.v1"),
    AUDIT_RECORDS("audit-records.v1"),
    AUDIT("audit.v1");

    private final String text;

    Topic(String text) {
        this.text = text;
    }

    /** The topic's name at the broker. */
    public String text() {
        return text;
    }
}
