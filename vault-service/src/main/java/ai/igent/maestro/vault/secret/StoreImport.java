package ai.igent.maestro.vault.secret;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.secret.DecideImport.Decided;
import ai.igent.maestro.vault.secret.ImportedLine.Outcome;
import ai.igent.maestro.vault.secret.SealDrafts.NewSecret;
import ai.igent.maestro.vocabulary.Actor;

/** Does what was decided for each line, inside the transaction in which that was decided. */
@ApplicationScoped
class StoreImport {
    private final SecretRepository secrets;
    private final SealDrafts sealDrafts;
    private final NewVersions newVersions;
    private final SecretEvents events;

    StoreImport(SecretRepository secrets, SealDrafts sealDrafts, NewVersions newVersions, SecretEvents events) {
        this.secrets = secrets;
        this.sealDrafts = sealDrafts;
        this.newVersions = newVersions;
        this.events = events;
    }

    /** The lines with the ids of what was made, in their order. */
    Uni<List<ImportedLine>> of(List<Decided> decided, OwnerSeals seals, Actor by) {
        List<NewSecret> made = sealDrafts.under(seals.current(),
                decided.stream().filter(one -> one.is(Outcome.CREATED)).map(one -> one.wanted().draft()).toList(), by);
        List<Decided> changed = decided.stream().filter(one -> one.is(Outcome.NEW_VERSION)).toList();
        List<Secret> registered = made.stream().map(NewSecret::secret).toList();
        return secrets.add(registered, made.stream().map(NewSecret::version).toList())
                .chain(() -> each(changed, one -> addVersion(one, seals.of(one.existing()), by)))
                .chain(secrets::write)
                .chain(() -> events.registered(registered))
                .chain(() -> each(changed, one -> events.valueChanged(one.existing())))
                .map(done -> identified(decided, registered.iterator()));
    }

    private Uni<Void> addVersion(Decided one, SecretSeal seal, Actor by) {
        return newVersions.add(one.existing(), seal, one.wanted().draft().value(), null, by).invoke(() -> seal.sign(one.existing()));
    }

    private static Uni<Void> each(List<Decided> decided, Function<Decided, Uni<Void>> step) {
        return Multi.createFrom().iterable(decided).onItem().transformToUniAndConcatenate(step::apply).collect().asList().replaceWithVoid();
    }

    private static List<ImportedLine> identified(List<Decided> decided, Iterator<Secret> registered) {
        return decided.stream().map(one -> one.is(Outcome.CREATED) ? one.wanted().becomes(Outcome.CREATED, registered.next()) : one.line())
                .toList();
    }
}
