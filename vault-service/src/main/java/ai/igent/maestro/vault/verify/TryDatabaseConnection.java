package ai.igent.maestro.vault.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.EgressFailure;
import ai.igent.maestro.egress.GuardedNames;
import ai.igent.maestro.envelope.CallersContext;
import ai.igent.maestro.vault.catalog.Verification;

/** Signs in at the database a URL names, and leaves. Off unless the configuration allows it. */
@ApplicationScoped
class TryDatabaseConnection {
    /** Of servers that say the same. */
    private static final int MOST_SERVERS = 3;
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final Instance<DatabaseDriver> drivers;
    private final GuardedNames names;
    private final VerifyConfig config;
    private final Clock clock;

    TryDatabaseConnection(Instance<DatabaseDriver> drivers, GuardedNames names, VerifyConfig config, Clock clock) {
        this.drivers = drivers;
        this.names = names;
        this.config = config;
        this.clock = clock;
    }

    Uni<Verdict> of(Verification.DatabaseConnection how, Credentials credentials) {
        DatabaseDriver driver = driver(how.driver());
        DatabaseDriver.Reading reading = Credentials.read(credentials.get(how.variable()), url -> driver.read(url.strip()));
        return CallersContext
                .kept(Uni.createFrom().deferred(() -> follow(driver, reading, clock.instant().plus(config.databaseTimeout()))));
    }

    private DatabaseDriver driver(String name) {
        return drivers.stream().filter(driver -> driver.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the catalog names a database driver that is not there"));
    }

    /** The lookup and all servers together have the time of one. They answer on threads of their own; the caller goes on where it was. */
    private Uni<Verdict> follow(DatabaseDriver driver, DatabaseDriver.Reading reading, Instant end) {
        return switch (reading) {
            case DatabaseDriver.Reading.NotCalled not -> Uni.createFrom().item(Verdict.of(not.why()));
            case DatabaseDriver.Reading.Servers servers -> ask(driver, servers.any().stream().limit(MOST_SERVERS).toList(), end);
            case DatabaseDriver.Reading.Listed listed -> listed.lookUp(share(2, end)).chain(found -> follow(driver, found, end));
        };
    }

    private Uni<Verdict> ask(DatabaseDriver driver, List<DatabaseDriver.Server> servers, Instant end) {
        List<DatabaseDriver.Server> others = servers.subList(1, servers.size());
        Uni<Verdict> first = connect(driver, servers.getFirst(), share(servers.size(), end));
        return others.isEmpty()
                ? first
                : first.chain(verdict -> tells(verdict) ? Uni.createFrom().item(verdict) : ask(driver, others, end));
    }

    private static boolean tells(Verdict verdict) {
        return verdict.status() != VerificationStatus.UNREACHABLE;
    }

    private Duration share(int servers, Instant end) {
        Duration share = Duration.between(clock.instant(), end).dividedBy(servers);
        return share.compareTo(SHORTEST) < 0 ? SHORTEST : share;
    }

    private Uni<Verdict> connect(DatabaseDriver driver, DatabaseDriver.Server server, Duration within) {
        return names.pin(server.host()).chain(pinned -> signIn(driver, server, pinned, within))
                .onFailure(EgressFailure.class).recoverWithItem(Undecided::verdict);
    }

    private static Uni<Verdict> signIn(DatabaseDriver driver, DatabaseDriver.Server server, GuardedNames.Pinned pinned, Duration within) {
        return server.signIn(pinned, within)
                .ifNoItem().after(within).failWith(EgressFailure.Unanswered::new)
                .map(welcome -> Verdict.of(Explanation.ACCEPTED))
                .onFailure(failure -> !(failure instanceof EgressFailure)).recoverWithItem(failure -> Verdict.of(driver.explain(failure)));
    }
}
