package ai.igent.maestro.oauth.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.oauth.Browser;
import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;
import ai.igent.maestro.oauth.PlayedProvider;
import ai.igent.maestro.oauth.Records;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.FixedClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

/** Which connections go when their time is over, and which stay. */
@OAuthTest
@Timeout(120)
class RetentionTest {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration NINETY_DAYS = Duration.ofDays(90);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final String user = "user-" + UUID.randomUUID();
    private final OAuthApi alice = OAuthApi.as(user);
    private PlayedProvider provider;
    private Instant before;

    @Inject
    ForgetConnections forgetConnections;
    @Inject
    Database database;
    @Inject
    Records records;
    @Inject
    FixedClock clock;

    @BeforeEach
    void listen() {
        provider = PlayedProvider.listen();
        before = clock.instant();
    }

    /** Other tests look at the database's clock too. */
    @AfterEach
    void setTheClockRight() {
        clock.advance(Duration.between(clock.instant(), before));
        provider.close();
    }

    @Test
    void aRevokedConnectionGoesAfterItsTimeAndStaysOnRecord() throws Throwable {
        String id = connected("acme-accounts");
        database.execute("insert into refresh_intent values (?, 1, gen_random_uuid(), 1, now())", id);
        alice.delete("/v1/connections/" + id).statusCode(200).body("revokedAtProvider", is(true));
        List<String> record = records.about(id);

        clock.advance(NINETY_DAYS);
        sweep();
        alice.get("/v1/connections/" + id).statusCode(200).body("status", is("revoked"));
        clock.advance(A_MINUTE);
        sweep();

        alice.get("/v1/connections/" + id).statusCode(404);
        alice.delete("/v1/connections/" + id).statusCode(404);
        assertThat(rows("refresh_intent", id)).isZero();
        assertThat(records.about(id)).as("nothing is taken off the record, nor put on it").isEqualTo(record).isNotEmpty();
    }

    @Test
    void whatTheProviderHasNotEndedStaysWithItsTokens() throws Throwable {
        String id = connected("acme-accounts");
        provider.answersRevocationsWith(503);
        alice.delete("/v1/connections/" + id).statusCode(200).body("revokedAtProvider", is(false));
        String unsupported = connected("plain");
        alice.delete("/v1/connections/" + unsupported).statusCode(200);

        clock.advance(NINETY_DAYS.plus(A_MINUTE));
        sweep();

        alice.get("/v1/connections/" + unsupported).statusCode(404);
        alice.get("/v1/connections/" + id).statusCode(200);
        assertThat(rows("token_set", id)).isOne();
    }

    @Test
    void whatIsConnectedOrWaitsForItsOwnerStaysHoweverOldItIs() throws Throwable {
        String connected = connected("acme-accounts");
        String waiting = connected("plain");
        database.execute("update connection set status = 'reauthorization-required' where id = ?", waiting);

        clock.advance(NINETY_DAYS.multipliedBy(4));
        sweep();

        alice.get("/v1/connections/" + connected).statusCode(200);
        alice.get("/v1/connections/" + waiting).statusCode(200);
        assertThat(rows("token_set", connected)).isOne();
    }

    @Test
    void aWishThatNobodyFollowedUpGoesAfterAWeek() throws Throwable {
        String id = alice.ask("acme-accounts");

        clock.advance(A_WEEK);
        sweep();
        alice.get("/v1/connections/" + id).statusCode(200).body("status", is("pending"));
        clock.advance(A_MINUTE);
        sweep();

        alice.get("/v1/connections/" + id).statusCode(404);
        alice.get("/v1/connections").body("items", empty());
        Browser.of(user).open("/oauth/start/" + id).then().statusCode(404);
    }

    @Test
    void whoIsOnTheWayToTheProviderIsWaitedFor() throws Throwable {
        String id = alice.ask("acme-accounts");
        clock.advance(A_WEEK);
        Browser browser = Browser.of(user);
        String answer = provider.agree(browser.start(id));
        clock.advance(A_MINUTE);

        sweep();

        assertThat(browser.comeBack("acme-accounts", answer)).endsWith("outcome=connected");
    }

    @Test
    void whoWentToTheProviderLatelyMayGoAgain() throws Throwable {
        String id = alice.ask("acme-accounts");
        clock.advance(A_WEEK);
        Browser.of(user).start(id);
        clock.advance(A_WEEK);
        database.execute("delete from authorization_attempt where connection_id = ?", id);

        sweep();

        Browser.of(user).open("/oauth/start/" + id).then().statusCode(303).header("Location", endsWith("S256"));
    }

    @Test
    void oneTransactionDeletesSome() throws Throwable {
        crowd(OldConnections.MOST + 50);

        assertThat(done(() -> forgetConnections.some(OldConnections.PENDING, A_WEEK))).isLessThanOrEqualTo(OldConnections.MOST);
        assertThat(crowdLeft()).isPositive();
        sweep();

        assertThat(crowdLeft()).isZero();
    }

    @Test
    void whatAnotherReplicaIsDeletingIsPassedOver() throws Throwable {
        crowd(3);
        String held = database.column("select min(id) from connection where owner = ?", "user:" + user).getFirst();

        database.whileLocking("select from connection where id = '" + held + "' for update", this::sweep);

        assertThat(database.column("select id from connection where owner = ?", "user:" + user)).containsExactly(held);
    }

    @Test
    void replicasMayDoItAtTheSameTime() throws Exception {
        crowd(5 * OldConnections.MOST);
        Callable<Void> replica = () -> {
            try {
                sweep();
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
            return null;
        };

        try (var replicas = Executors.newFixedThreadPool(3)) {
            for (var finished : replicas.invokeAll(List.of(replica, replica, replica)))
                finished.get();
        }

        assertThat(crowdLeft()).isZero();
    }

    private void sweep() throws Throwable {
        done(forgetConnections::revoked);
        done(forgetConnections::pending);
    }

    private static <T> T done(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }

    private String connected(String key) {
        String id = alice.ask(key);
        Browser.of(user).connect(id, key, provider);
        return id;
    }

    private long rows(String table, String connection) {
        return database.count("select count(*) from " + table + " where connection_id = ?", connection);
    }

    /** Wishes of years ago. */
    private void crowd(int size) {
        database.execute("""
                insert into connection (id, owner, requested_by, provider, variable, status, epoch, generation, sequence, requested_scopes,
                    refreshable, release_key, release_mac, created_at, updated_at)
                select 'con_' || md5(? || n), ?, ?, 'plain', 'PLAIN_API_KEY', 'pending', 1, 0, 1, 'read', false, gen_random_uuid(), '',
                    now() - interval '3 years', now() - interval '3 years' from generate_series(1, ?) n""", user, "user:" + user, user,
                size);
    }

    private long crowdLeft() {
        return database.count("select count(*) from connection where owner = ?", "user:" + user);
    }
}
