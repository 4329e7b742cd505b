package ai.igent.maestro.vault.verify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.EgressFailure;
import ai.igent.maestro.vault.catalog.Verification;
import ai.igent.maestro.vocabulary.InvalidWord;

/** Makes the one call that shows whether a value is accepted. Who cannot be asked has said neither yes nor no; a value that cannot be sent is none. */
@ApplicationScoped
class TryAtProvider {
    private final TryHttpGet httpGet;
    private final TryAwsCallerIdentity awsCallerIdentity;
    private final TryClientCredentials clientCredentials;
    private final TryServiceAccount serviceAccount;
    private final TryDatabaseConnection databaseConnection;
    private final VerifyConfig config;

    TryAtProvider(TryHttpGet httpGet, TryAwsCallerIdentity awsCallerIdentity, TryClientCredentials clientCredentials,
            TryServiceAccount serviceAccount, TryDatabaseConnection databaseConnection, VerifyConfig config) {
        this.httpGet = httpGet;
        this.awsCallerIdentity = awsCallerIdentity;
        this.clientCredentials = clientCredentials;
        this.serviceAccount = serviceAccount;
        this.databaseConnection = databaseConnection;
        this.config = config;
    }

    Uni<Verdict> of(String integration, Verification how, Credentials credentials) {
        return Uni.createFrom().deferred(() -> call(integration, how, credentials))
                .onFailure(EgressFailure.class).recoverWithItem(Undecided::verdict)
                .onFailure(InvalidWord.class).recoverWithItem(() -> Verdict.of(Explanation.MALFORMED))
                .map(verdict -> verdict.without(credentials));
    }

    private Uni<Verdict> call(String integration, Verification how, Credentials credentials) {
        return switch (how) {
            case Verification.HttpGet get -> httpGet.of(get, target(integration, get, credentials), credentials);
            case Verification.AwsCallerIdentity aws -> awsCallerIdentity.of(aws, base(integration, aws.baseUrl()), credentials);
            case Verification.ClientCredentials client ->
                clientCredentials.of(client, base(integration, client.baseUrl()), credentials);
            case Verification.ServiceAccount account -> serviceAccount.of(account, base(integration, account.baseUrl()), credentials);
            case Verification.DatabaseConnection database -> databaseConnection.of(database, credentials);
        };
    }

    /** The configured address, else the catalog's. */
    private URI base(String integration, URI catalog) {
        return Optional.ofNullable(config.integrations().get(integration)).flatMap(VerifyConfig.Target::baseUrl).orElse(catalog);
    }

    /** A set that names another address than the catalog's is tried there: the guard judges it like any. */
    private URI target(String integration, Verification.HttpGet how, Credentials credentials) {
        URI base = own(how, credentials).filter(own -> !own.equals(how.baseUrl())).orElseGet(() -> base(integration, how.baseUrl()));
        return URI.create(base + how.path());
    }

    private static Optional<URI> own(Verification.HttpGet how, Credentials credentials) {
        return Optional.ofNullable(how.baseUrlFrom()).flatMap(credentials::find)
                .map(value -> Credentials.read(value, TryAtProvider::address));
    }

    private static URI address(String text) {
        try {
            var address = new URI(text.strip().replaceAll("/+$", ""));
            if (address.getRawQuery() != null || address.getRawFragment() != null) throw new EgressFailure.AddressRefused();
            return address;
        } catch (URISyntaxException noAddress) {
            throw new EgressFailure.AddressRefused();
        }
    }

    /** What this service cannot try, though the catalog says how; empty when it can. */
    Optional<Explanation> obstacle(Verification how) {
        return how instanceof Verification.DatabaseConnection && !config.databases()
                ? Optional.of(Explanation.DATABASES_OFF)
                : Optional.empty();
    }
}
