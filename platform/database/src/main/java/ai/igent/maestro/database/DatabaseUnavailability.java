package ai.igent.maestro.database;

import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.channel.unix.Errors.NativeIoException;
import io.quarkus.arc.Unremovable;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;

import ai.igent.maestro.web.problem.Unavailability;

/**
 * A PostgreSQL that refuses, drops or does not accept connections, or a pool that has none to give. Every other SQL error is a bug. How the end of a
 * connection shows depends on what arrives first: the server's last words, its closing, or a reset.
 */
@ApplicationScoped
@Unremovable
class DatabaseUnavailability implements Unavailability {
    /** Classes of SQLSTATE (PostgreSQL, appendix A): connection exception, insufficient resources. */
    private static final Set<String> CLASSES = Set.of("08", "53");
    /** Shut down by an operator, after a crash, not accepting connections yet, or read-only as a replica is. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "25006");

    @Override
    public boolean isShownBy(Throwable cause) {
        return switch (cause) {
            case ClosedConnectionException closed -> true;
            case SocketException reset -> true;
            case NativeIoException reset -> true;
            case ClosedChannelException closed -> true;
            case DatabaseException refused -> isAway(refused.getSqlState());
            case SQLException refused -> isAway(refused.getSQLState());
            case NoStackTraceThrowable poolTimeout -> true;
            default -> false;
        };
    }

    private static boolean isAway(String state) {
        return state != null && (STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
