package ai.igent.maestro.vault.verify;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.mysqlclient.SslMode;

/** MySQL and MariaDB, by their reactive client. */
@ApplicationScoped
class MysqlDriver extends SqlDriver<MySQLConnectOptions> {
    private static final Set<SslMode> CERTIFIED = Set.of(SslMode.VERIFY_CA, SslMode.VERIFY_IDENTITY);
    private static final Set<SslMode> MAYBE_PLAIN = Set.of(SslMode.DISABLED, SslMode.PREFERRED);

    private final Vertx vertx;

    MysqlDriver(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public Explanation explain(Throwable failure) {
        if (!(failure instanceof MySQLException answered)) return Explanation.ABSENT;
        return switch (answered.getErrorCode()) {
            case 1044, 1045, 1049, 1698, 3118, 4151 -> Explanation.REFUSED;
            case 1820, 1862 -> Explanation.EXPIRED_THERE;
            case 1040, 1203, 1226 -> Explanation.BUSY;
            case 1053 -> Explanation.FAILING;
            default -> Explanation.PUZZLING;
        };
    }

    @Override
    MySQLConnectOptions parse(String url) {
        return MySQLConnectOptions.fromUri(url).setSslMode(MysqlEncryption.of(url));
    }

    @Override
    MySQLConnectOptions leading(MySQLConnectOptions options, SocketAddress address, boolean plain) {
        var there = new MySQLConnectOptions(options) {
            @Override
            public SocketAddress getSocketAddress() {
                return address;
            }
        };
        if (!plain && MAYBE_PLAIN.contains(there.getSslMode())) there.setSslMode(SslMode.REQUIRED);
        trust(there, CERTIFIED.contains(there.getSslMode()));
        if (there.getSslMode() == SslMode.VERIFY_IDENTITY) there.setHostnameVerificationAlgorithm("HTTPS");
        return there;
    }

    @Override
    Future<MySQLConnection> connect(MySQLConnectOptions options) {
        return MySQLConnection.connect(vertx, options);
    }
}
