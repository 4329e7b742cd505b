package ai.igent.maestro.session.mcp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.vertx.ext.web.RequestBody;

/**
 * How often an agent may begin anew: the protocol's server keeps what each beginning said, its client's name and abilities, until nothing was heard of
 * it for the idle time.
 */
@ApplicationScoped
class McpBeginnings {
    private static final int MOST = 100;
    /** Bytes; a client's usual one has two hundred. */
    private static final int LONGEST = 4_096;
    private static final int MOST_AGENTS = 50_000;

    private final Cache<String, AtomicInteger> byAgent;

    McpBeginnings(@ConfigProperty(name = "quarkus.mcp.server.connection-idle-timeout") Duration idle, Clock clock) {
        this.byAgent = Caffeine.newBuilder().maximumSize(MOST_AGENTS).expireAfterWrite(idle)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos()).executor(Runnable::run).build();
    }

    /** The HTTP status to refuse {@code message} with; empty when it begins nothing, or may. */
    OptionalInt objection(RequestBody message, JsonWebToken agent) {
        if (!"initialize".equals(message.asJsonObject().getValue("method"))) return OptionalInt.empty();
        if (message.length() > LONGEST) return OptionalInt.of(413);
        return isOftenEnough(agent.getClaim("session").toString()) ? OptionalInt.of(429) : OptionalInt.empty();
    }

    private boolean isOftenEnough(String session) {
        return byAgent.get(session, first -> new AtomicInteger()).incrementAndGet() > MOST;
    }
}
