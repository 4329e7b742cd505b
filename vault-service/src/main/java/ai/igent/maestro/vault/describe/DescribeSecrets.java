package ai.igent.maestro.vault.describe;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.vault.secret.Labels;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vault.secret.SecretRepository;
import ai.igent.maestro.vault.secret.Warning;
import ai.igent.maestro.vault.verify.LastVerification;
import ai.igent.maestro.vault.verify.VerificationRepository;
import ai.igent.maestro.vocabulary.Source;

/** Describes everything of some owners, or exactly the secrets asked for, as they are now. */
@ApplicationScoped
class DescribeSecrets {
    private final SecretRepository secrets;
    private final PageRepository pages;
    private final VerificationRepository verifications;
    private final Clock clock;

    DescribeSecrets(SecretRepository secrets, PageRepository pages, VerificationRepository verifications, Clock clock) {
        this.secrets = secrets;
        this.pages = pages;
        this.verifications = verifications;
        this.clock = clock;
    }

    Uni<Described> of(DescribeRequest request) {
        return found(request).chain(this::described);
    }

    /** The same of a page of what is not deleted. */
    Uni<Described> page(DescribePageRequest request) {
        return pages.of(request).chain(this::described);
    }

    private Uni<Described> described(List<Secret> found) {
        return verifications.last(found.stream().map(secret -> secret.id().text()).toList()).map(verified -> describe(found, verified));
    }

    private Uni<List<Secret>> found(DescribeRequest request) {
        return request.owners() != null ? secrets.ofOwners(request.owners()) : secrets.ofIds(request.ids());
    }

    private Described describe(List<Secret> found, Map<String, LastVerification> verified) {
        Instant now = clock.instant();
        return new Described(found.stream().map(secret -> item(secret, ofCurrent(secret, verified), now)).toList());
    }

    /** What was found out about another version says nothing about this one. */
    private static Optional<LastVerification> ofCurrent(Secret secret, Map<String, LastVerification> verified) {
        return Optional.ofNullable(verified.get(secret.id().text())).filter(last -> last.version() == secret.version());
    }

    private static Described.Item item(Secret secret, Optional<LastVerification> verified, Instant now) {
        Labels labels = secret.labels();
        return new Described.Item(secret.id().text(), Source.VAULT, secret.owner(), labels.name().text(), labels.variable(), labels.kind(),
                labels.integration(), labels.account() == null ? null : labels.account().text(), labels.environment(), labels.tags(),
                secret.epoch(), secret.version(), secret.status(now).text(), warnings(secret, now), labels.expiresAt(),
                verified.map(last -> last.status().text()).orElse(null), verified.map(LastVerification::at).orElse(null));
    }

    private static List<Described.Warning> warnings(Secret secret, Instant now) {
        return Warning.of(secret, now).stream().map(warning -> new Described.Warning(warning.code(), warning.detail())).toList();
    }
}
