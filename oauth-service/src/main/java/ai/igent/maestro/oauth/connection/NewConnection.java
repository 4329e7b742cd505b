package ai.igent.maestro.oauth.connection;

import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.ProviderKey;
import ai.igent.maestro.oauth.provider.Scopes;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.VariableName;

/** The wish to connect an account, as it is sent. With {@code organization} the connection is the organization's. */
public record NewConnection(@NotNull ProviderKey provider,
        @Size(max = 50) List<@NotNull @Size(min = 1, max = 200) String> scopes,
        AccountLabel account, VariableName variable, Environment environment, @Size(min = 1, max = 200) String organization) {

    Optional<Scopes> askedScopes() {
        return Optional.ofNullable(scopes).map(Scopes::of);
    }

    Labels labels(Provider at) {
        return new Labels(variable == null ? at.variable() : variable, Optional.ofNullable(account), Optional.ofNullable(environment));
    }

    void fingerprint(Fingerprint print) {
        print.add(provider).add(scopes).add(account).add(variable).add(environment).add(organization);
    }

    Optional<Owner> organizationAsOwner() {
        return Optional.ofNullable(organization).map(Owner::organization);
    }
}
