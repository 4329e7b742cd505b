package ai.igent.maestro.vault.verify;

import java.util.Set;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;

/**
 * PostgreSQL, by its reactive client, on an event loop of its own: the client computes a password's proof there, as many rounds as the server
 * asks for (RFC 5802), and a server that asks for very many holds nothing but this.
 */
@ApplicationScoped
class PostgresDriver extends SqlDriver<PgConnectOptions> {
    private static final Set<SslMode> CERTIFIED = Set.of(SslMode.VERIFY_CA, SslMode.VERIFY_FULL);
    private static final Set<SslMode> MAYBE_PLAIN = Set.of(SslMode.DISABLE, SslMode.ALLOW, SslMode.PREFER);

    private final Vertx vertx;
    private final Vertx own = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    PostgresDriver(Vertx vertx) {
        this.vertx = vertx;
    }

    @PreDestroy
    void close() {
        own.close();
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Explanation explain(Throwable failure) {
        if (!(failure instanceof PgException answered) || answered.getSqlState() == null) return Explanation.ABSENT;
        return switch (answered.getSqlState()) {
            case "28P01", "28000", "3D000" -> Explanation.REFUSED;
            case "53300" -> Explanation.BUSY;
            case "57P03" -> Explanation.FAILING;
            default -> Explanation.PUZZLING;
        };
    }

    @Override
    PgConnectOptions parse(String url) {
        return PgConnectOptions.fromUri(url);
    }

    @Override
    PgConnectOptions leading(PgConnectOptions options, SocketAddress address, boolean plain) {
        var there = new PgConnectOptions(options) {
            @Override
            public SocketAddress getSocketAddress() {
                return address;
            }
        };
        if (!plain && MAYBE_PLAIN.contains(there.getSslMode())) there.setSslMode(SslMode.REQUIRE);
        trust(there, CERTIFIED.contains(there.getSslMode()));
        if (there.getSslMode() == SslMode.VERIFY_FULL) there.setHostnameVerificationAlgorithm("HTTPS");
        return there;
    }

    @Override
    Future<PgConnection> connect(PgConnectOptions options) {
        Promise<PgConnection> onTheCallersLoop = ((ContextInternal) vertx.getOrCreateContext()).promise();
        PgConnection.connect(own, options).onComplete(onTheCallersLoop);
        return onTheCallersLoop.future();
    }
}
