package ai.igent.maestro.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import ai.igent.maestro.embedded.PostgresServer;

/**
 * The running suite. {@link #start} answers when every part is ready; {@link #close} stops them in the order in which they need each other. One stack
 * per state folder; what it stored is there again the next time.
 */
public final class Stack implements AutoCloseable {
    private static final Part[] SERVICES = {Part.AUDIT, Part.VAULT, Part.SESSION, Part.OAUTH, Part.INJECTOR, Part.CONSOLE};
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(12);
    private static final Duration STOP_AND_WRITE = Duration.ofMinutes(3);

    private final Options options;
    private final StateFolder state;
    private final FolderLock lock;
    private final Ports ports;
    private final WrappingKeys wrappingKeys;
    private final Environment environment;
    private final JavaCommand commands;
    private final Readiness readiness = new Readiness();
    private final Map<Part, Child> children = new EnumMap<>(Part.class);
    private final CompletableFuture<Child> crashed = new CompletableFuture<>();
    private final Instant begun = Instant.now();
    private PostgresServer postgres;
    private boolean closed;

    private Stack(Options options, StateFolder state, FolderLock lock) {
        this.options = options;
        this.state = state;
        this.lock = lock;
        this.ports = Ports.from(options.portBase());
        this.wrappingKeys = new WrappingKeys(options, state);
        this.environment = new Environment(ports, state, ClientSecrets.keptIn(state.secrets()), wrappingKeys::of);
        this.commands = new JavaCommand(options);
    }

    /**
     * Starts everything and waits until it is ready. What a killed launcher left behind in the same folder is stopped first.
     *
     * @throws StackFailure when it cannot run; nothing is left running then
     */
    public static Stack start(Options options) {
        var stack = in(options);
        stack.startAll();
        return stack;
    }

    /** Nothing of it runs yet, but its folder is taken. {@link #close} gives it back at any time. */
    public static Stack in(Options options) {
        var state = StateFolder.at(options.state());
        return new Stack(options, state, FolderLock.take(state));
    }

    /** What {@link #start} does, with one that {@link #close} can stop meanwhile. */
    public void startAll() {
        try {
            startInOrder();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startInOrder() {
        int left = new Leftovers(state).stop(lock);
        if (left > 0)
            say("The last stack was not stopped: ended " + left + " processes it left behind.");
        lock.sign();
        ports.requireFree(options.parts());
        startWrappingKeys();
        startTogether();
        Addresses.write(state.addresses(), environment);
    }

    /** Only the databases have to be there before the services; for all else a service waits as it does when that is away for a while. */
    private void startTogether() {
        launch(Part.KAFKA, Part.ISSUER);
        if (options.parts().contains(Part.POSTGRES))
            startPostgres();
        launch(SERVICES);
        Stream.concat(Stream.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER), Stream.of(SERVICES)).filter(options.parts()::contains)
                .forEach(this::awaitReady);
    }

    private void launch(Part... some) {
        Stream.of(some).filter(options.parts()::contains).forEach(this::launch);
    }

    private synchronized void startWrappingKeys() {
        requireOpen();
        if (wrappingKeys.start(ports.of(Part.HASHICORP_VAULT)))
            awaitReady(Part.HASHICORP_VAULT);
    }

    /** While holding this stack: who stops it meanwhile waits, else the server would outlive it. */
    private synchronized void startPostgres() {
        requireOpen();
        postgres = PostgresServer.durable(state.postgres(), ports.of(Part.POSTGRES));
        Stream.of(Part.values()).filter(Part::hasDatabase).map(Part::word).forEach(postgres::createDatabase);
    }

    private synchronized void launch(Part part) {
        requireOpen();
        var child = Child.start(part, commands.of(part), environment.of(part), state);
        children.put(part, child);
        child.crash().thenAccept(crashed::complete);
    }

    /** Ctrl-C comes at any time, also between two starts. */
    private void requireOpen() {
        if (closed)
            throw new StackFailure("Stopped while starting.");
    }

    private void awaitReady(Part part) {
        Instant begin = Instant.now();
        while (!readiness.of(part, ports.of(part))) {
            if (crashed.isDone())
                throw crashed.join().failure();
            if (Instant.now().isAfter(begin.plus(START)))
                throw new StackFailure(
                        part.title() + " was not ready after " + START.toSeconds() + " s; see " + state.log(part.title()) + ".");
            pause();
        }
        say("  %-18s ready after %.1f s".formatted(part.title(), Duration.between(begun, Instant.now()).toMillis() / 1000.0));
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    /** Where {@code part} answers; PostgreSQL and Kafka have no such address. */
    public URI url(Part part) {
        return URI.create(environment.url(part));
    }

    /** As clients of Kafka take it. */
    public String kafka() {
        return environment.kafka();
    }

    /** The JDBC address of a service's own database. */
    public String database(Part part) {
        return "jdbc:postgresql://" + environment.database(part);
    }

    /** Where each part writes its log. */
    public Path logs() {
        return state.logs();
    }

    /** Ends a part as a power cut would. */
    public void kill(Part part) {
        if (part == Part.HASHICORP_VAULT)
            wrappingKeys.stopVault();
        else
            children.get(part).kill();
    }

    /** Starts a part again, and waits until it is ready. */
    public void start(Part part) {
        if (part == Part.HASHICORP_VAULT) {
            wrappingKeys.restartVault();
            return;
        }
        if (children.get(part).isAlive())
            throw new IllegalStateException(part.title() + " is running");
        launch(part);
        awaitReady(part);
    }

    /**
     * One more process of a service, as another pod would be: it shares the database, the topics and the identity of the first.
     *
     * @param number tells it apart from the others of its part; the stack's own is the first
     */
    public Replica replica(Part part, int number) {
        return replica(part, number, Map.of());
    }

    /** The same, with some settings of its own. */
    public Replica replica(Part part, int number, Map<String, String> settings) {
        var own = new HashMap<>(environment.of(part));
        own.putAll(settings);
        return Replica.start(part, number, commands.of(part), own, state);
    }

    /** The process of a part other than PostgreSQL. */
    public long pid(Part part) {
        return children.get(part).pid();
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    /** Blocks until a part ends by itself; answers why the stack cannot go on. */
    StackFailure awaitCrash() {
        return crashed.join().failure();
    }

    @Override
    public synchronized void close() {
        if (closed)
            return;
        closed = true;
        stopServices();
        stop(Part.ISSUER);
        stop(Part.KAFKA);
        if (postgres != null)
            postgres.close();
        wrappingKeys.close();
        Addresses.delete(state.addresses());
        lock.close();
    }

    private void stopServices() {
        var ending = Stream.of(Part.values()).filter(Part::isService)
                .map(part -> CompletableFuture.runAsync(() -> stop(part), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ending).join();
    }

    private void stop(Part part) {
        if (children.containsKey(part))
            children.get(part).stop(AotCache.isRecordedWith(options.javaOptions()) ? STOP_AND_WRITE : STOP);
    }

    private void say(String line) {
        options.progress().println(line);
    }
}
