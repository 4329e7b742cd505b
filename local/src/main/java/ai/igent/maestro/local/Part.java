package ai.igent.maestro.local;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the stack consists of. The order is that of starting; stopping goes the other way. */
public enum Part {
    POSTGRES(7, "PostgreSQL"),
    KAFKA(8, "Kafka"),
    /** Wraps the data keys if wanted; not to be confused with the service that keeps secrets. */
    HASHICORP_VAULT(9, "Vault"),
    ISSUER(6, "issuer"),
    AUDIT(5, "audit-service"),
    VAULT(1, "vault-service"),
    SESSION(2,
            "session-service"),
    OAUTH(3, "oauth-service"),
    INJECTOR(4, "sandbox-injector"),
    CONSOLE(0, "console");

    private final int portOffset;
    private final String title;

    Part(int portOffset, String title) {
        this.portOffset = portOffset;
        this.title = title;
    }

    /** What a stack consists of unless told otherwise: without a Vault. */
    static Set<Part> usual() {
        return EnumSet.complementOf(EnumSet.of(HASHICORP_VAULT));
    }

    /** Counted from the first port of the stack. */
    int portOffset() {
        return portOffset;
    }

    /** The module, the OIDC client and the name of the log file of a service; a proper name of the others. */
    public String title() {
        return title;
    }

    /** Built from this repository and served by Quarkus. */
    boolean isService() {
        return ordinal() > ISSUER.ordinal();
    }

    boolean hasDatabase() {
        return this == VAULT || this == SESSION || this == OAUTH || this == AUDIT;
    }

    /** Of files, databases and environment variables. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
