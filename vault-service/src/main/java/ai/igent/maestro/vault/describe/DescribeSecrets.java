package ai.igent.maestro.vault.describe;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.vault.secret.Labels;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vault.secret.SecretRepository;
import ai.igent.maestro.vault.secret.Warning;
import ai.igent.maestro.vocabulary.Source;

/** Describes everything of some owners, or exactly the secrets asked for, as they are now. */
@ApplicationScoped
class DescribeSecrets {
    private final SecretRepository secrets;
    private final Clock clock;

    DescribeSecrets(SecretRepository secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    Uni<Described> of(DescribeRequest request) {
        return found(request).map(this::describe);
    }

    private Uni<List<Secret>> found(DescribeRequest request) {
        return request.owners() != null ? secrets.ofOwners(request.owners()) : secrets.ofIds(request.ids());
    }

    private Described describe(List<Secret> found) {
        Instant now = clock.instant();
        return new Described(found.stream().map(secret -> item(secret, now)).toList());
    }

    private static Described.Item item(Secret secret, Instant now) {
        Labels labels = secret.labels();
        return new Described.Item(secret.id().text(), Source.VAULT, secret.owner(), labels.name().text(), labels.variable(), labels.kind(),
                labels.integration(), labels.account() == null ? null : labels.account().text(), labels.environment(), labels.tags(),
                secret.epoch(), secret.version(), secret.status(now).text(), warnings(secret, now), labels.expiresAt());
    }

    private static List<Described.Warning> warnings(Secret secret, Instant now) {
        return Warning.of(secret, now).stream().map(warning -> new Described.Warning(warning.code(), warning.detail())).toList();
    }
}
