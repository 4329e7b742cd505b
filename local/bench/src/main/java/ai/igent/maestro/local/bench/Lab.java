package ai.igent.maestro.local.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.bench.measure.Call;
import ai.igent.maestro.local.bench.measure.Load;
import ai.igent.maestro.local.bench.measure.MeasureFailure;
import ai.igent.maestro.local.bench.measure.Wrk;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.Suite;

/** Where the rows work: a running suite of its own, the load tool, a folder. What is made once and used by several rows is kept here. */
public final class Lab {
    public static final int CONNECTIONS = 32;
    /** A round of warming up helped when it was so much faster than the best before. */
    private static final double HELPS = 1.02;
    /** One round that did not help is chance, so many in a row are not. */
    private static final int ENOUGH = 6;

    private final Stack stack;
    private final Pace pace;
    private final Path folder;
    private final Suite suite;
    private final Wrk wrk;
    private final Duration startOfStack;
    private final ServiceTokens serviceTokens;
    private final Trail trail = new Trail(this);
    private final Set<URI> warm = new HashSet<>();
    private Sandboxes sandboxes;

    /**
     * @param folder for what is written down on the way
     * @param startOfStack how long that took
     * @param serviceTokens for internal calls
     */
    Lab(Stack stack, Pace pace, Path folder, Duration startOfStack, ServiceTokens serviceTokens) {
        this.stack = stack;
        this.pace = pace;
        this.folder = folder;
        this.suite = new Suite(stack::url);
        this.wrk = new Wrk(folder("load"));
        this.startOfStack = startOfStack;
        this.serviceTokens = serviceTokens;
    }

    public Stack stack() {
        return stack;
    }

    public Pace pace() {
        return pace;
    }

    /** From nothing to all of it ready. */
    public Duration startOfStack() {
        return startOfStack;
    }

    /** For what a row has to write down; gone at the end. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new MeasureFailure("a folder could not be made", e);
        }
    }

    public Suite suite() {
        return suite;
    }

    public Client as(String user) {
        return suite.as(user);
    }

    public String serviceToken(Part service) {
        return serviceTokens.of(service);
    }

    /** Sessions of alice, each with a sandbox and the same five active secrets. */
    public Sandboxes sandboxes() {
        if (sandboxes == null)
            sandboxes = Sandboxes.prepare(this, pace.sandboxes());
        return sandboxes;
    }

    /** The load of {@link #CONNECTIONS} connections, at rest, after the JVM has seen it for a while; the first of each JVM is the longest. */
    public Load load(URI target, List<Call> calls) {
        warm(target, calls);
        rest();
        return measured(target, CONNECTIONS, calls);
    }

    /** How long a JVM goes on compiling depends on how much it is asked, so the first time it is over when it makes it no faster. */
    private void warm(URI target, List<Call> calls) {
        boolean first = warm.add(target);
        wrk.warm(target, CONNECTIONS, first ? pace.first() : pace.warmUp(), calls);
        if (first) warmWhileItHelps(target, calls);
    }

    private void warmWhileItHelps(URI target, List<Call> calls) {
        double best = 0;
        int idle = 0;
        for (long round = pace.mostWarmUps(); round > 0 && idle < ENOUGH; round--) {
            double now = wrk.warm(target, CONNECTIONS, pace.warmUp(), calls).perSecond();
            boolean helped = now > best * HELPS;
            idle = helped ? 0 : idle + 1;
            if (helped) best = now;
        }
    }

    public Load load(Part part, List<Call> calls) {
        return load(stack.url(part), calls);
    }

    /** Until what was done so far is sent and on record. */
    public void rest() {
        trail.awaitRest();
    }

    /** While audit-service stands still: what is put on record waits in Kafka. At rest again afterwards. */
    public <T> T withoutAuditService(Supplier<T> work) {
        return trail.withoutAuditService(work);
    }

    /** Without warming up: of something that was under load a moment ago, or cannot be twice. */
    public Load measured(URI target, int connections, List<Call> calls) {
        return wrk.run(target, connections, pace.measure(), calls);
    }

    public Load measured(URI target, int connections, Duration time, List<Call> calls) {
        return wrk.run(target, connections, time, calls);
    }

    /** A service's own database, for what cannot be made by a million calls. */
    public void sql(Part part, String... statements) {
        try (Connection connection = connect(part); var statement = connection.createStatement()) {
            for (String each : statements)
                statement.execute(each);
        } catch (SQLException e) {
            throw new MeasureFailure("rows could not be stored (" + e.getSQLState() + ")", e);
        }
    }

    public long count(Part part, String query) {
        try (Connection connection = connect(part); var found = connection.createStatement().executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new MeasureFailure("rows could not be counted (" + e.getSQLState() + ")", e);
        }
    }

    private Connection connect(Part part) throws SQLException {
        return DriverManager.getConnection(stack.database(part), "postgres", "postgres");
    }

    /** The port that PostgreSQL listens on. */
    public int postgres() {
        return URI.create(stack.database(Part.VAULT).substring("jdbc:".length())).getPort();
    }
}
