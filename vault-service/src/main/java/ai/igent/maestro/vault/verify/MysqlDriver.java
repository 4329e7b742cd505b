package ai.igent.maestro.vault.verify;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.mysqlclient.SslMode;

import ai.igent.maestro.egress.GuardedNames;

/** MySQL and MariaDB, by its reactive client. */
@ApplicationScoped
class MysqlDriver implements DatabaseDriver {
    private static final Set<SslMode> CERTIFIED = Set.of(SslMode.VERIFY_CA, SslMode.VERIFY_IDENTITY);
    private static final Set<SslMode> MAYBE_PLAIN = Set.of(SslMode.DISABLED, SslMode.PREFERRED);

    private final Vertx vertx;
    private final VerifyConfig config;

    MysqlDriver(Vertx vertx, VerifyConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public Optional<Target> target(String url) {
        try {
            var options = MySQLConnectOptions.fromUri(url);
            return options.isUsingDomainSocket() ? Optional.empty() : Optional.of(new Database(options));
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    @Override
    public Explanation explain(Throwable failure) {
        if (!(failure instanceof MySQLException answered)) return Explanation.ABSENT;
        return switch (answered.getErrorCode()) {
            case 1044, 1045, 1049, 1698 -> Explanation.REFUSED;
            case 1040, 1203, 1226 -> Explanation.BUSY;
            case 1053 -> Explanation.FAILING;
            default -> Explanation.PUZZLING;
        };
    }

    private final class Database implements Target {
        private final MySQLConnectOptions options;

        Database(MySQLConnectOptions options) {
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
            return MySQLConnection.connect(vertx, to).compose(MySQLConnection::close);
        }
    }

    /** Leads to the address that was judged, whatever its name resolves to by now. */
    private static final class PinnedOptions extends MySQLConnectOptions {
        private final SocketAddress address;

        PinnedOptions(MySQLConnectOptions options, GuardedNames.Pinned pinned) {
            super(options);
            address = DatabaseDriver.at(pinned, options.getPort());
            if (!pinned.trusted() && MAYBE_PLAIN.contains(getSslMode())) setSslMode(SslMode.REQUIRED);
            setTrustAll(!CERTIFIED.contains(getSslMode()));
            if (getSslMode() == SslMode.VERIFY_IDENTITY) setHostnameVerificationAlgorithm("HTTPS");
        }

        @Override
        public SocketAddress getSocketAddress() {
            return address;
        }
    }
}
