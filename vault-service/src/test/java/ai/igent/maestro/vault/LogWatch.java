package ai.igent.maestro.vault;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import ai.igent.maestro.test.Canary;

/** Makes every logger say everything and looks for a canary in it: in messages, parameters and exceptions with their causes. */
final class LogWatch extends Handler {
    /** The client by which tests call the service lives in the same process and logs what it sends. */
    private static final String TESTS_OWN_CLIENT = "org.apache.http.";

    private final List<String> forms;
    private final AtomicLong records = new AtomicLong();
    private final Set<String> leaks = ConcurrentHashMap.newKeySet();
    private Level level;

    LogWatch(Canary canary) {
        this.forms = canary.forms();
    }

    void start() {
        Logger root = Logger.getLogger("");
        level = root.getLevel();
        root.addHandler(this);
        root.setLevel(Level.ALL);
    }

    void stop() {
        Logger root = Logger.getLogger("");
        root.setLevel(level);
        root.removeHandler(this);
    }

    long records() {
        return records.get();
    }

    /** Logger and level of every record with the canary in it. */
    List<String> leaks() {
        return leaks.stream().sorted().toList();
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLoggerName() != null && record.getLoggerName().startsWith(TESTS_OWN_CLIENT)) return;
        records.incrementAndGet();
        String text = record.getMessage() + " " + Arrays.deepToString(record.getParameters()) + " " + trace(record.getThrown());
        if (forms.stream().anyMatch(text::contains))
            leaks.add(record.getLoggerName() + " " + record.getLevel());
    }

    private static String trace(Throwable thrown) {
        if (thrown == null) return "";
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
