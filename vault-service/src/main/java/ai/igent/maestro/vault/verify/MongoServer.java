package ai.igent.maestro.vault.verify;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import org.bson.Document;
import org.reactivestreams.FlowAdapters;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.SslSettings;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerHeartbeatSucceededEvent;
import com.mongodb.event.ServerMonitorListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.GuardedNames;

/** One server of a MongoDB, and what its URI says of signing in. No record: that would print the URI. */
final class MongoServer implements DatabaseDriver.Server {
    private static final String ADMIN = "admin";
    private static final Document PING = new Document("ping", 1);
    /** Who does not say who they are may ping any server; this needs one that lets everybody in. */
    private static final Document LIST = new Document("listDatabases", 1).append("nameOnly", true).append("authorizedDatabases", true);

    private final ServerAddress server;
    private final ConnectionString uri;

    MongoServer(ServerAddress server, ConnectionString uri) {
        this.server = server;
        this.uri = uri;
    }

    @Override
    public String host() {
        return server.getHost();
    }

    @Override
    public Uni<Void> signIn(GuardedNames.Pinned pinned, Duration within) {
        return Uni.createFrom().deferred(() -> {
            var absence = new Absence();
            MongoClient client = MongoClients.create(settings(pinned, within, absence));
            return Uni.join().first(ask(client), Uni.createFrom().completionStage(absence.noticed)).toTerminate()
                    .onTermination().invoke(client::close);
        });
    }

    private Uni<Void> ask(MongoClient client) {
        Document question = uri.getCredential() == null ? LIST : PING;
        return Uni.createFrom().publisher(FlowAdapters.toFlowPublisher(client.getDatabase(ADMIN).runCommand(question))).replaceWithVoid();
    }

    private MongoClientSettings settings(GuardedNames.Pinned pinned, Duration within, Absence absence) {
        long millis = within.toMillis();
        var settings = MongoClientSettings.builder().inetAddressResolver(name -> List.of(pinned.address()))
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(server)).mode(ClusterConnectionMode.SINGLE)
                        .serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout((int) millis, TimeUnit.MILLISECONDS)
                        .readTimeout((int) millis, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.addServerMonitorListener(absence))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(1))
                .applyToSslSettings(tls -> demandTls(tls, pinned.trusted()))
                .retryReads(false);
        if (uri.getCredential() != null) settings.credential(uri.getCredential());
        return settings.build();
    }

    private void demandTls(SslSettings.Builder tls, boolean plain) {
        boolean asked = Boolean.TRUE.equals(uri.getSslEnabled());
        boolean certified = asked && !Boolean.TRUE.equals(uri.getSslInvalidHostnameAllowed());
        tls.enabled(asked || !plain).invalidHostNameAllowed(!certified);
        if (!certified) tls.context(trustingAnybody());
    }

    private static SSLContext trustingAnybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks TLS", e);
        }
    }

    /** The driver would go on looking for a server that is not there until the time is up. One that was there once says itself what is the matter. */
    private static final class Absence implements ServerMonitorListener {
        private final CompletableFuture<Void> noticed = new CompletableFuture<>();
        private volatile boolean wasThere;

        @Override
        public void serverHeartbeatSucceeded(ServerHeartbeatSucceededEvent event) {
            wasThere = true;
        }

        @Override
        public void serverHeartbeatFailed(ServerHeartbeatFailedEvent event) {
            if (!wasThere) noticed.completeExceptionally(event.getThrowable());
        }
    }
}
