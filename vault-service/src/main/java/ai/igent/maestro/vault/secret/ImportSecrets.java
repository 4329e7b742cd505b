package ai.igent.maestro.vault.secret;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.idempotency.Attempt;
import ai.igent.maestro.idempotency.Idempotency;
import ai.igent.maestro.vault.dotenv.Line;
import ai.igent.maestro.vault.secret.DecideImport.Decided;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;

/** Imports the lines of a file, all of them or none, or says what that would do. Values are wiped however it ends. */
@ApplicationScoped
class ImportSecrets {
    private final SecretRepository secrets;
    private final SecretSeals seals;
    private final ReadImport readImport;
    private final DecideImport decideImport;
    private final StoreImport storeImport;
    private final Idempotency idempotency;

    ImportSecrets(SecretRepository secrets, SecretSeals seals, ReadImport readImport, DecideImport decideImport, StoreImport storeImport,
            Idempotency idempotency) {
        this.secrets = secrets;
        this.seals = seals;
        this.readImport = readImport;
        this.decideImport = decideImport;
        this.storeImport = storeImport;
        this.idempotency = idempotency;
    }

    Uni<List<ImportedLine>> preview(List<Line> lines, Caller.Person caller, ImportQuery query) {
        return KeyMoves.followed(() -> seals.duringEvery(owner(caller, query), keys -> decide(lines, caller, query, keys)))
                .map(decided -> decided.stream().map(Decided::line).toList())
                .onTermination().invoke(() -> wipe(lines));
    }

    Uni<List<ImportedLine>> of(List<Line> lines, Caller.Person caller, ImportQuery query, Attempt attempt) {
        return idempotency
                .once(attempt, () -> KeyMoves.followed(
                        () -> seals.duringEvery(owner(caller, query), keys -> store(lines, caller, query, keys, attempt))))
                .map(done -> done.stream().map(ImportedLine::recall).toList())
                .onTermination().invoke(() -> wipe(lines));
    }

    @WithTransaction
    Uni<List<Decided>> decide(List<Line> lines, Caller.Person caller, ImportQuery query, OwnerSeals keys) {
        var entries = readImport.of(lines, caller, query);
        return existing(entries, query, owner(caller, query))
                .chain(existing -> decideImport.of(entries, existing, keys, query.overwrites()));
    }

    @WithTransaction
    Uni<List<String>> store(List<Line> lines, Caller.Person caller, ImportQuery query, OwnerSeals keys, Attempt attempt) {
        return decide(lines, caller, query, keys)
                .invoke(ImportSecrets::requireNoneRefused)
                .chain(decided -> storeImport.of(decided, keys, caller.actor()))
                .map(stored -> stored.stream().map(ImportedLine::remembered).toList())
                .call(remembered -> idempotency.record(attempt, remembered));
    }

    private Uni<Map<SecretName, Secret>> existing(List<ImportEntry> entries, ImportQuery query, Owner owner) {
        List<SecretName> names = entries.stream().filter(ImportEntry.Wanted.class::isInstance).map(ImportEntry.Wanted.class::cast)
                .map(ImportEntry.Wanted::name).toList();
        return secrets.lockNamed(owner, names).map(found -> found.stream()
                .filter(secret -> secret.labels().environment() == query.environment())
                .filter(secret -> Objects.equals(secret.labels().account(), query.account()))
                .collect(Collectors.toMap(secret -> secret.labels().name(), Function.identity())));
    }

    private static void requireNoneRefused(List<Decided> decided) {
        List<ImportedLine> refused = decided.stream().map(Decided::line).filter(ImportedLine::isRefused).toList();
        if (!refused.isEmpty()) throw new SecretFailure.ImportRefused(refused);
    }

    private static Owner owner(Caller.Person caller, ImportQuery query) {
        return Access.newOwner(caller, query.organization);
    }

    private static void wipe(List<Line> lines) {
        for (Line line : lines)
            if (line instanceof Line.Assignment assignment) assignment.value().close();
    }
}
