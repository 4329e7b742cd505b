package ai.igent.maestro.vault.verify;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;

import ai.igent.maestro.egress.GuardedNames;

/** PostgreSQL, by its reactive client. */
@ApplicationScoped
class PostgresDriver implements DatabaseDriver {
    private static final Set<SslMode> CERTIFIED = Set.of(SslMode.VERIFY_CA, SslMode.VERIFY_FULL);
    private static final Set<SslMode> MAYBE_PLAIN = Set.of(SslMode.DISABLE, SslMode.ALLOW, SslMode.PREFER);

    private final Vertx vertx;
    private final VerifyConfig config;

    PostgresDriver(Vertx vertx, VerifyConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Optional<Target> target(String url) {
        try {
            var options = PgConnectOptions.fromUri(url);
            return options.isUsingDomainSocket() ? Optional.empty() : Optional.of(new Database(options));
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
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

    private final class Database implements Target {
        private final PgConnectOptions options;

        Database(PgConnectOptions options) {
            this.options = options;
        }

        @Override
        public String host() {
            return options.getHost();
        }

        @Override
        public Future<Void> signIn(GuardedNames.Pinned pinned) {
            var to = new PinnedOptions(options, pinned);
            int seconds = Math.toIntExact(config.databaseTimeout().toSeconds());
            to.setConnectTimeout(seconds * 1000).setIdleTimeout(seconds);
            return PgConnection.connect(vertx, to).compose(PgConnection::close);
        }
    }

    /** Leads to the address that was judged, whatever its name resolves to by now. */
    private static final class PinnedOptions extends PgConnectOptions {
        private final SocketAddress address;

        PinnedOptions(PgConnectOptions options, GuardedNames.Pinned pinned) {
            super(options);
            address = DatabaseDriver.at(pinned, options.getPort());
            if (!pinned.trusted() && MAYBE_PLAIN.contains(getSslMode())) setSslMode(SslMode.REQUIRE);
            setTrustAll(!CERTIFIED.contains(getSslMode()));
            if (getSslMode() == SslMode.VERIFY_FULL) setHostnameVerificationAlgorithm("HTTPS");
        }

        @Override
        public SocketAddress getSocketAddress() {
            return address;
        }
    }
}
