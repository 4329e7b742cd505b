package ai.igent.maestro.vault.release;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GitUse;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vault.catalog.GitRule;
import ai.igent.maestro.vault.secret.RowSeals;
import ai.igent.maestro.vault.secret.SealedSecret;
import ai.igent.maestro.vault.secret.SealedSecretRepository;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Says of what is released where git may use it, by the catalog. When the same set holds the address of one's own host, that host alone counts,
 * activated or not: a token must not go to another host because its address was left out. What cannot be told is nowhere.
 */
@ApplicationScoped
class GitUses {
    private static final Logger LOG = Logger.getLogger(GitUses.class);
    private static final int HTTPS_PORT = 443;

    private final Catalog catalog;
    private final SealedSecretRepository secrets;
    private final OwnerKeys keys;
    private final RowSeals seals;

    GitUses(Catalog catalog, SealedSecretRepository secrets, OwnerKeys keys, RowSeals seals) {
        this.catalog = catalog;
        this.secrets = secrets;
        this.keys = keys;
        this.seals = seals;
    }

    Uni<List<Decision>> addTo(List<Decision> decisions) {
        if (decisions.stream().noneMatch(this::mayBeUsed)) return Uni.createFrom().item(decisions);
        return Multi.createFrom().iterable(decisions).onItem().transformToUniAndConcatenate(this::addTo).collect().asList();
    }

    /** Whether it can be told without reading more. */
    boolean isAtHand(List<Decision> decisions) {
        return decisions.stream().filter(Decision.Release.class::isInstance).map(Decision.Release.class::cast)
                .map(release -> rule(release.secret())).flatMap(Optional::stream).allMatch(rule -> rule.addressVariable() == null);
    }

    private boolean mayBeUsed(Decision decision) {
        return decision instanceof Decision.Release release && rule(release.secret()).isPresent();
    }

    private Uni<Decision> addTo(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> Uni.createFrom().item(refuse);
            case Decision.Release release -> rule(release.secret()).map(rule -> host(rule, release.secret())
                    .map(host -> use(release, rule, host))).orElseGet(() -> Uni.createFrom().item(release));
        };
    }

    private Optional<GitRule> rule(Secret secret) {
        var labels = secret.labels();
        if (labels.kind() != SecretKind.ENV || labels.integration() == null) return Optional.empty();
        return catalog.find(labels.integration()).flatMap(integration -> Optional.ofNullable(integration.git())
                .filter(rule -> integration.standsFor(labels.variable()).filter(rule.variable()::equals).isPresent()
                        || isNamed(secret, rule.variable())));
    }

    private static Decision use(Decision.Release release, GitRule rule, Optional<String> host) {
        var account = release.secret().labels().account();
        return host.map(known -> release.usableBy(new GitUse(known, rule.username(), account == null ? null : account.text())))
                .orElse(release);
    }

    private Uni<Optional<String>> host(GitRule rule, Secret secret) {
        if (rule.addressVariable() == null) return Uni.createFrom().item(Optional.of(rule.host()));
        return secrets.besides(secret, rule.addressVariable())
                .chain(address -> address.map(this::ownHost).orElseGet(() -> Uni.createFrom().item(Optional.of(rule.host()))))
                .onFailure().recoverWithItem(failure -> nowhere(secret, failure));
    }

    private Uni<Optional<String>> ownHost(SealedSecret address) {
        return keys.with(address.secret().owner(), address.secret().dataKey(), key -> host(address, key));
    }

    private Optional<String> host(SealedSecret sealed, DataKey key) {
        try (SecretValue value = sealed.open(seals, key)) {
            return value.borrow(utf8 -> host(new String(utf8, UTF_8)));
        }
    }

    /** As git names it; none when the address is not one of https. */
    static Optional<String> host(String address) {
        try {
            URI uri = new URI(address.strip());
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) return Optional.empty();
            boolean isUsualPort = uri.getPort() < 0 || uri.getPort() == HTTPS_PORT;
            return Optional.of(uri.getHost().toLowerCase(Locale.ROOT) + (isUsualPort ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isNamed(Secret secret, VariableName variable) {
        return secret.labels().name().text().equals(variable.text());
    }

    private static Optional<String> nowhere(Secret secret, Throwable failure) {
        LOG.warnf("the host of secret %s cannot be told: %s", secret.id(), failure.getClass().getName());
        return Optional.empty();
    }
}
