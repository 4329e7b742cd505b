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

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.EgressFailure;
import ai.igent.maestro.egress.ServiceRecords;

/**
 * MongoDB, by its reactive driver, which would look for further servers, proxies and credentials by itself. So nothing of the URI is handed to it but
 * the servers it names, or a list that is looked up for it, one at a time, who signs in there and with which password, and whether with TLS.
 */
@ApplicationScoped
class MongoDriver implements DatabaseDriver {
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

    private final ServiceRecords records;

    MongoDriver(ServiceRecords records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public Reading read(String url) {
        try {
            return MongoSeedlist.isMeant(url) ? listed(new MongoSeedlist(url)) : servers(new ConnectionString(url));
        } catch (IllegalArgumentException | MongoException noUri) {
            return Reading.malformed();
        }
    }

    private Reading listed(MongoSeedlist list) {
        if (!list.isDeepEnough() || asksOthers(list.uri())) return new Reading.NotCalled(Explanation.OTHER_FORM);
        return (Reading.Listed) within -> Uni.combine().all()
                .unis(records.services(list.service(), within), records.texts(list.host(), within))
                .with((services, texts) -> found(list, services, texts))
                .onFailure(EgressFailure.class).recoverWithItem(MongoDriver::notFound);
    }

    private static Reading found(MongoSeedlist list, List<ServiceRecords.Service> services, List<String> texts) {
        if (services.isEmpty()) return new Reading.NotCalled(Explanation.NOT_LISTED);
        try {
            return servers(list.servers(services), list.completed(services, texts));
        } catch (IllegalArgumentException | MongoException misleading) {
            return new Reading.NotCalled(Explanation.LIST_NOT_FOLLOWED);
        }
    }

    private static Reading notFound(Throwable failure) {
        return new Reading.NotCalled(
                failure instanceof EgressFailure.AnswerRefused ? Explanation.LIST_NOT_FOLLOWED : Explanation.LIST_ABSENT);
    }

    private static Reading servers(ConnectionString uri) {
        if (asksOthers(uri)) return new Reading.NotCalled(Explanation.OTHER_FORM);
        List<ServerAddress> addresses = uri.getHosts().stream().map(ServerAddress::new).toList();
        if (addresses.stream().anyMatch(address -> address.getHost().endsWith(SOCKET))) return Reading.malformed();
        return servers(addresses, uri);
    }

    private static Reading servers(List<ServerAddress> addresses, ConnectionString uri) {
        return new Reading.Servers(addresses.stream().<Server>map(address -> new MongoServer(address, uri)).toList());
    }

    private static boolean asksOthers(ConnectionString uri) {
        return uri.getCredential() != null && !isByPassword(uri.getCredential());
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
