package ai.igent.maestro.oauth.connection;

/** The entity tag (RFC 9110, section 8.8.3) of a connection's state. */
record StateTag(String text) {
    static StateTag of(Connection connection) {
        return new StateTag("\"" + connection.sequence() + "\"");
    }
}
