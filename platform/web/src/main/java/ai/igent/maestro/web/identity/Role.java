package ai.igent.maestro.web.identity;

import java.util.Set;

/** The roles endpoints are opened to. Only {@link GrantedRoles} gives them. */
public final class Role {
    public static final String USER = "user";
    public static final String PLATFORM = "platform";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";

    /** From session-service's tokens alone; a people token that claims it is not believed. */
    public static final String AGENT = "agent";
    public static final String SANDBOX = "sandbox";

    /** One service's own identity: {@code service:} and the client id it authenticated as. */
    public static final String VAULT_SERVICE = "service:vault-service";
    public static final String SESSION_SERVICE = "service:session-service";
    public static final String OAUTH_SERVICE = "service:oauth-service";
    public static final String SANDBOX_INJECTOR = "service:sandbox-injector";
    public static final String AUDIT_SERVICE = "service:audit-service";
    public static final String CONSOLE = "service:console";

    static final String SERVICE = "service";
    static final Set<String> OF_PEOPLE = Set.of(USER, PLATFORM, AUDITOR, OPERATOR);

    private Role() {}

    static String ofService(String clientId) {
        return SERVICE + ":" + clientId;
    }
}
