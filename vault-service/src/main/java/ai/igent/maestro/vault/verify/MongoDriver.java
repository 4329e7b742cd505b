package ai.igent.maestro.vault.verify;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.AuthenticationMechanism;
import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;

/**
 * MongoDB, by its reactive driver, which would look for further servers, proxies and credentials by itself. So nothing of the URI is handed to it but
 * the servers it names, one at a time, who signs in there and with which password, and whether with TLS.
 */
@ApplicationScoped
class MongoDriver implements DatabaseDriver {
    /** The list of its servers is in the DNS, and may name any. */
    private static final String BY_DNS = "mongodb+srv://";
    /** A file on this machine, not a server. */
    private static final String SOCKET = ".sock";
    /** The others have the driver fetch a credential elsewhere: from this machine's cloud, its Kerberos, a certificate. */
    private static final Set<AuthenticationMechanism> BY_PASSWORD = Set.of(AuthenticationMechanism.SCRAM_SHA_1,
            AuthenticationMechanism.SCRAM_SHA_256, AuthenticationMechanism.PLAIN);

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    /** What Atlas says before a server does. */
    private static final int ATLAS_REFUSED = 8000;
    private static final Set<Integer> REFUSALS = Set.of(UNAUTHORIZED, AUTHENTICATION_FAILED, ATLAS_REFUSED);
    private static final Set<Integer> SHUTTING_DOWN = Set.of(91, 11600);

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public Reading read(String url) {
        if (url.startsWith(BY_DNS)) return new Reading.NotCalled(Explanation.OTHER_FORM);
        try {
            return servers(new ConnectionString(url));
        } catch (IllegalArgumentException | MongoException noUri) {
            return Reading.malformed();
        }
    }

    private static Reading servers(ConnectionString uri) {
        if (uri.getCredential() != null && !isByPassword(uri.getCredential())) return new Reading.NotCalled(Explanation.OTHER_FORM);
        List<ServerAddress> addresses = uri.getHosts().stream().map(ServerAddress::new).toList();
        if (addresses.stream().anyMatch(address -> address.getHost().endsWith(SOCKET))) return Reading.malformed();
        return new Reading.Servers(addresses.stream().<Server>map(address -> new MongoServer(address, uri)).toList());
    }

    private static boolean isByPassword(MongoCredential credential) {
        AuthenticationMechanism mechanism = credential.getAuthenticationMechanism();
        return credential.getPassword() != null && (mechanism == null || BY_PASSWORD.contains(mechanism));
    }

    @Override
    public Explanation explain(Throwable failure) {
        return switch (failure) {
            case MongoSecurityException refused -> refused.getCause() instanceof MongoCommandException answered
                    ? explain(answered)
                    : Explanation.PUZZLING;
            case MongoNodeIsRecoveringException recovering -> Explanation.FAILING;
            case MongoCommandException answered -> explain(answered);
            default -> Explanation.ABSENT;
        };
    }

    private static Explanation explain(MongoCommandException answered) {
        if (REFUSALS.contains(answered.getErrorCode())) return Explanation.REFUSED;
        return SHUTTING_DOWN.contains(answered.getErrorCode()) ? Explanation.FAILING : Explanation.PUZZLING;
    }
}
