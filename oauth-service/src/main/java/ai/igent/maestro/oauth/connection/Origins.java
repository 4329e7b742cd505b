package ai.igent.maestro.oauth.connection;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.RequestSource;

/** The origin of the current request. */
@ApplicationScoped
public class Origins {
    private final RequestSource source;

    Origins(RequestSource source) {
        this.source = source;
    }

    public Origin of(Caller caller) {
        return new Origin(caller.actor(), Optional.empty(), Optional.of(new AuditRecord.Source(source.ip(), source.userAgent())));
    }
}
