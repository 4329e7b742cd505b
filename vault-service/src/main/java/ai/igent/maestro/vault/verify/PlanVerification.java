package ai.igent.maestro.vault.verify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vault.catalog.Integration;
import ai.igent.maestro.vault.catalog.Verification;
import ai.igent.maestro.vault.secret.SealedSecret;
import ai.igent.maestro.vault.secret.SealedSecretRepository;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vault.secret.Status;
import ai.igent.maestro.vocabulary.VariableName;

/** Finds out how a secret is verified, and with which others of its set: same owner, integration, account and environment. */
@ApplicationScoped
class PlanVerification {
    private final Catalog catalog;
    private final SealedSecretRepository secrets;
    private final TryAtProvider provider;
    private final Clock clock;

    PlanVerification(Catalog catalog, SealedSecretRepository secrets, TryAtProvider provider, Clock clock) {
        this.catalog = catalog;
        this.secrets = secrets;
        this.provider = provider;
        this.clock = clock;
    }

    Uni<Plan> of(SealedSecret asked) {
        if (asked.secret().status(clock.instant()) == Status.EXPIRED) return noCall(Explanation.EXPIRED_HERE);
        return catalog.find(asked.secret().labels().integration()).map(integration -> plan(integration, asked))
                .orElseGet(() -> noCall(Explanation.NO_WAY));
    }

    private Uni<Plan> plan(Integration integration, SealedSecret asked) {
        Optional<Verification> how = integration.verification();
        if (how.isEmpty()) return noCall(Explanation.NO_WAY);
        Optional<VariableName> variable = variable(integration, asked.secret()).filter(how.get().needed()::contains);
        if (variable.isEmpty()) return noCall(Explanation.NOT_BY_ITSELF);
        return provider.obstacle(how.get()).map(PlanVerification::noCall)
                .orElseGet(() -> call(integration, how.get(), variable.get(), asked));
    }

    private Uni<Plan> call(Integration integration, Verification how, VariableName variable, SealedSecret asked) {
        if (used(how).equals(List.of(variable)))
            return Uni.createFrom().item(new Plan.Call(integration.id(), how, Map.of(variable, asked)));
        return secrets.setOf(asked.secret()).map(set -> withSet(integration, how, parts(integration, how, variable, asked, set)));
    }

    private static Plan withSet(Integration integration, Verification how, Map<VariableName, SealedSecret> parts) {
        return parts.keySet().containsAll(how.needed())
                ? new Plan.Call(integration.id(), how, parts)
                : new Plan.NoCall(Explanation.INCOMPLETE);
    }

    /** The secret that was asked for, and for each other variable the newest that may be used. */
    private Map<VariableName, SealedSecret> parts(Integration integration, Verification how, VariableName variable, SealedSecret asked,
            List<SealedSecret> set) {
        Map<VariableName, SealedSecret> parts = new HashMap<>(Map.of(variable, asked));
        List<VariableName> used = used(how);
        for (SealedSecret other : set)
            variable(integration, other.secret()).filter(used::contains)
                    .filter(known -> other.secret().status(clock.instant()) == Status.ACTIVE)
                    .ifPresent(known -> parts.putIfAbsent(known, other));
        return parts;
    }

    private static List<VariableName> used(Verification how) {
        var used = new ArrayList<>(how.needed());
        used.addAll(how.welcome());
        return used;
    }

    private static Optional<VariableName> variable(Integration integration, Secret secret) {
        return integration.standsFor(secret.labels().variable());
    }

    private static Uni<Plan> noCall(Explanation why) {
        return Uni.createFrom().item(new Plan.NoCall(why));
    }
}
