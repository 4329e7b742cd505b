package ai.igent.maestro.vault.verify;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;

import ai.igent.maestro.egress.GuardedNames;

/** A database that one of Vert.x's reactive SQL clients speaks to. */
abstract class SqlDriver<O extends SqlConnectOptions> implements DatabaseDriver {
    @Override
    public Reading read(String url) {
        try {
            O options = parse(url);
            return options.isUsingDomainSocket() ? Reading.malformed() : Reading.of(new SqlServer(options));
        } catch (IllegalArgumentException noUrl) {
            return Reading.malformed();
        }
    }

    /** Fails with {@link IllegalArgumentException} when it is no URL of such a database. */
    abstract O parse(String url);

    /** The same, leading to {@code address} whatever the name resolves to by now. {@code plain} tells whether it may be without TLS. */
    abstract O leading(O options, SocketAddress address, boolean plain);

    abstract Future<? extends SqlConnection> connect(O options);

    /** Trusts whom this Java runtime trusts, or anybody. The clients themselves trust nobody until they are told. */
    static void trust(SqlConnectOptions options, boolean certified) {
        options.setTrustAll(!certified);
        if (certified) options.setTrustOptions(TrustOptions.wrap(authorities()));
    }

    private static TrustManager authorities() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime knows no authorities", e);
        }
    }

    private final class SqlServer implements Server {
        private final O options;

        SqlServer(O options) {
            this.options = options;
        }

        @Override
        public String host() {
            return options.getHost();
        }

        @Override
        public Uni<Void> signIn(GuardedNames.Pinned pinned, Duration within) {
            O there = leading(options, DatabaseDriver.at(pinned, options.getPort()), pinned.trusted());
            there.setConnectTimeout(Math.toIntExact(within.toMillis())).setIdleTimeout(Math.toIntExact(Math.max(1, within.toSeconds())));
            return Uni.createFrom().completionStage(() -> connect(there).compose(SqlConnection::close).toCompletionStage());
        }
    }
}
