package ai.igent.maestro.vault.secret;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** The statements the service sends to its database while this is open. */
final class StatementLog extends Handler implements AutoCloseable {
    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Level level = SQL.getLevel();

    static StatementLog open() {
        var log = new StatementLog();
        SQL.addHandler(log);
        SQL.setLevel(Level.FINE);
        return log;
    }

    /** Those that name one of these tables, without what the service asks for by its clocks. */
    List<String> about(String... tables) {
        var named = Pattern.compile("\\b(" + String.join("|", Arrays.asList(tables)) + ")\\b");
        return statements.stream().filter(sql -> named.matcher(sql).find()).filter(sql -> !sql.contains("skip locked")).toList();
    }

    @Override
    public void publish(LogRecord record) {
        statements.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        SQL.setLevel(level);
        SQL.removeHandler(this);
    }
}
