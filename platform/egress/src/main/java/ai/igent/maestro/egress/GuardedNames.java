package ai.igent.maestro.egress;

import java.net.InetAddress;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * The guard for connections that speak something else than HTTP: resolves a host once and judges what it resolved to. The caller connects to exactly
 * that address and bounds time and size itself.
 */
@ApplicationScoped
public class GuardedNames {
    private final Vertx vertx;
    private final AddressGuard guard;
    private final EgressConfig config;

    GuardedNames(Vertx vertx, AddressGuard guard, EgressConfig config) {
        this.vertx = vertx;
        this.guard = guard;
        this.config = config;
    }

    /** Fails with an {@link EgressFailure} and nothing else. */
    public Uni<Pinned> pin(String host) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(() -> guard.pin(host), false).toCompletionStage())
                .ifNoItem().after(config.callTimeout()).failWith(EgressFailure.Unreachable::new)
                .onFailure(failure -> !(failure instanceof EgressFailure)).transform(unknown -> new EgressFailure.Unreachable());
    }

    /**
     * An address that may be called.
     *
     * @param address it knows the name it was resolved from
     * @param trusted the configuration allows it by name, so that it may be called without TLS
     */
    public record Pinned(InetAddress address, boolean trusted) {}
}
