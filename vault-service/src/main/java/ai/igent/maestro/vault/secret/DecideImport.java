package ai.igent.maestro.vault.secret;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.secret.ImportEntry.Wanted;
import ai.igent.maestro.vault.secret.ImportedLine.Outcome;

/** Says what becomes of each line, without doing it. Inside a transaction that has the existing secrets locked. */
@ApplicationScoped
class DecideImport {
    private final VersionRepository versions;

    DecideImport(VersionRepository versions) {
        this.versions = versions;
    }

    /** In the order of the entries. */
    Uni<List<Decided>> of(List<ImportEntry> entries, Map<SecretName, Secret> existing, OwnerSeals seals, boolean overwrite) {
        return Multi.createFrom().iterable(entries)
                .onItem().transformToUniAndConcatenate(entry -> decide(entry, existing, seals, overwrite))
                .collect().asList();
    }

    private Uni<Decided> decide(ImportEntry entry, Map<SecretName, Secret> existing, OwnerSeals seals, boolean overwrite) {
        return switch (entry) {
            case ImportEntry.Refused refused -> decided(refused.line(), null, null);
            case Wanted wanted -> decide(wanted, existing.get(wanted.name()), seals, overwrite);
        };
    }

    private Uni<Decided> decide(Wanted wanted, Secret known, OwnerSeals seals, boolean overwrite) {
        if (known == null) return decided(wanted.becomes(Outcome.CREATED, null), wanted, null);
        SecretSeal seal = seals.of(known);
        if (!seal.isGenuine(known)) return decided(tampered(wanted), wanted, known);
        return versions.pastValues(known, Long.MAX_VALUE)
                .map(past -> PastValue.areThoseOf(known, past) ? compare(wanted, known, past, seal, overwrite) : tampered(wanted))
                .map(line -> new Decided(line, wanted, known));
    }

    private static ImportedLine tampered(Wanted wanted) {
        return wanted.refused("secret-tampered", "the stored secret was changed outside this service");
    }

    private static ImportedLine compare(Wanted wanted, Secret known, List<PastValue> past, SecretSeal seal, boolean overwrite) {
        var value = wanted.draft().value();
        if (seal.isOneOf(known, past.stream().filter(one -> one.number() <= known.leakedVersion).toList(), value))
            return wanted.refused("value-compromised", "this value was reported leaked");
        if (seal.isOneOf(known, past.stream().filter(one -> one.number() == known.version()).toList(), value))
            return wanted.becomes(Outcome.UNCHANGED, known);
        if (!overwrite) return wanted.refused("secret-exists", "there is one with another value; overwrite=true makes a new version of it");
        return wanted.becomes(Outcome.NEW_VERSION, known);
    }

    private static Uni<Decided> decided(ImportedLine line, Wanted wanted, Secret existing) {
        return Uni.createFrom().item(new Decided(line, wanted, existing));
    }

    /** {@code wanted} is null for a line that was refused when it was read, {@code existing} when there is none. */
    record Decided(ImportedLine line, Wanted wanted, Secret existing) {
        boolean is(Outcome outcome) {
            return line.outcome() == outcome;
        }
    }
}
