package ai.igent.maestro.outbox.inbox;

import org.hibernate.JDBCException;

import io.vertx.pgclient.PgException;

/** Tells failures that will happen every time from those that pass when a dependency is back or a lock is free. */
final class Lasting {
    private Lasting() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEvent) return true;
            if (cause instanceof JDBCException refused) return isAboutTheData(refused.getSQLState());
            if (cause instanceof PgException refused) return isAboutTheData(refused.getSqlState());
        }
        return false;
    }

    /** Class 22 is data that cannot be stored, class 23 data that breaks a constraint. */
    private static boolean isAboutTheData(String sqlState) {
        return sqlState != null && (sqlState.startsWith("22") || sqlState.startsWith("23"));
    }
}
