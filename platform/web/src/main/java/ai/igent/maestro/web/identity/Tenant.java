package ai.igent.maestro.web.identity;

/** The token sources, by the names they have in the OIDC configuration. Each pins one issuer and one audience. */
final class Tenant {
    static final String PEOPLE = "people";
    static final String AGENTS = "agents";
    static final String SANDBOXES = "sandboxes";

    static final String AGENT_AUDIENCE = "maestro-agent";
    static final String SANDBOX_AUDIENCE = "maestro-sandbox";

    private Tenant() {}
}
