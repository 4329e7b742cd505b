package ai.igent.maestro.vault.verify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.EgressFailure;
import ai.igent.maestro.egress.GuardedNames;
import ai.igent.maestro.vault.catalog.Verification;

/** Signs in at the database a URL names, and leaves. Off unless the configuration allows it. */
@ApplicationScoped
class TryDatabaseConnection {
    private final Instance<DatabaseDriver> drivers;
    private final GuardedNames names;
    private final VerifyConfig config;

    TryDatabaseConnection(Instance<DatabaseDriver> drivers, GuardedNames names, VerifyConfig config) {
        this.drivers = drivers;
        this.names = names;
        this.config = config;
    }

    Uni<Verdict> of(Verification.DatabaseConnection how, Credentials credentials) {
        DatabaseDriver driver = driver(how.driver());
        return Credentials.read(credentials.get(how.variable()), url -> driver.target(url.strip()))
                .map(target -> connect(driver, target))
                .orElseGet(() -> Uni.createFrom().item(Verdict.of(Explanation.MALFORMED)));
    }

    private DatabaseDriver driver(String name) {
        return drivers.stream().filter(driver -> driver.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the catalog names a database driver that is not there"));
    }

    private Uni<Verdict> connect(DatabaseDriver driver, DatabaseDriver.Target target) {
        return names.pin(target.host()).chain(pinned -> signIn(driver, target, pinned));
    }

    private Uni<Verdict> signIn(DatabaseDriver driver, DatabaseDriver.Target target, GuardedNames.Pinned pinned) {
        return Uni.createFrom().completionStage(() -> target.signIn(pinned).toCompletionStage())
                .ifNoItem().after(config.databaseTimeout()).failWith(EgressFailure.Unanswered::new)
                .map(welcome -> Verdict.of(Explanation.ACCEPTED))
                .onFailure(failure -> !(failure instanceof EgressFailure)).recoverWithItem(failure -> Verdict.of(driver.explain(failure)));
    }
}
