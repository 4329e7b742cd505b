package ai.igent.maestro.oauth.provider;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

import ai.igent.maestro.oauth.provider.ProvidersConfig.AccountDefinition;
import ai.igent.maestro.oauth.provider.ProvidersConfig.Definition;
import ai.igent.maestro.oauth.provider.ProvidersConfig.ScopeDefinition;

/** The providers of the configuration, in the order of their keys. A definition that cannot be ends the start. */
@Startup
@ApplicationScoped
public class Providers {
    private final Map<ProviderKey, Provider> byKey = new LinkedHashMap<>();

    Providers(ProvidersConfig config) {
        new TreeMap<>(config.byKey()).forEach((key, definition) -> {
            Provider provider = provider(new ProviderKey(key), definition);
            byKey.put(provider.key(), provider);
        });
    }

    public Collection<Provider> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<Provider> find(ProviderKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private static Provider provider(ProviderKey key, Definition definition) {
        var endpoints = new ProviderEndpoints(definition.authorizeUrl(), definition.tokenUrl(), definition.revokeUrl(),
                definition.account().map(Providers::account));
        List<ProviderScope> scopes = definition.scopes().stream().map(Providers::scope).toList();
        Scopes defaults = Scopes.of(definition.defaultScopes().orElse(scopes.stream().map(ProviderScope::name).toList()));
        return new Provider(key, definition.name(), definition.kind(), client(definition), endpoints,
                new IssuerCheck(definition.issuer(), definition.announcesIssuer()), scopes, defaults,
                Map.copyOf(definition.authorizeParameters()), definition.variable().orElseGet(key::defaultVariable));
    }

    private static Optional<ProviderClient> client(Definition definition) {
        return definition.clientId().map(id -> new ProviderClient(id, definition.clientSecret(), definition.clientAuthentication()));
    }

    private static AccountEndpoint account(AccountDefinition definition) {
        return new AccountEndpoint(definition.url(), definition.idField(), definition.loginField());
    }

    private static ProviderScope scope(ScopeDefinition definition) {
        return new ProviderScope(definition.name(), definition.description());
    }
}
