package ai.igent.maestro.vault.secret;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.SecretId;

/** Turns drafts into rows: sealed, authenticated, not stored yet. */
@ApplicationScoped
class SealDrafts {
    private final Findings findings;
    private final IdSource ids;
    private final Clock clock;

    SealDrafts(Findings findings, IdSource ids, Clock clock) {
        this.findings = findings;
        this.ids = ids;
        this.clock = clock;
    }

    List<NewSecret> under(SecretSeal seal, List<Draft> drafts, Actor by) {
        return drafts.stream().map(draft -> under(seal, draft, by)).toList();
    }

    /** At a time as the database keeps it, so that what was made and what is read later say the same. */
    private NewSecret under(SecretSeal seal, Draft draft, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var secret = Secret.register(SecretId.of(ids.next()), draft.owner(), draft.labels(), now);
        var first = secret.nextVersion();
        var version = SecretVersion.of(first, seal, draft.value(), null, by, now);
        secret.take(version, findings.of(draft.labels(), draft.value()), now);
        seal.sign(secret);
        return new NewSecret(secret, version);
    }

    /** A secret and its first version. */
    record NewSecret(Secret secret, SecretVersion version) {}
}
