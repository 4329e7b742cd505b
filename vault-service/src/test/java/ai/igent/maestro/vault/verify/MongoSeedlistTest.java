package ai.igent.maestro.vault.verify;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Signing in at a MongoDB whose servers the DNS lists. */
@VaultTest
class MongoSeedlistTest {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String HOST = "cluster.mongo.test";
    private static final String SERVICE = "_mongodb._tcp." + HOST;
    private static final String HERE = "at-127-0-0-1.mongo.test";
    private static final String NOT_FOLLOWED = "is not followed";
    private static boolean used;

    private final VaultApi user = VaultApi.as("seedlist-user-" + NAMES.incrementAndGet());
    private final PlayedMongo mongo = new PlayedMongo();
    private PlayedDns dns;

    /** The first use of the driver takes longer than what it has for one of several servers. */
    @BeforeEach
    void start() {
        dns = PlayedDns.listen();
        if (used) return;
        used = true;
        verify("mongodb://" + PlayedScram.USER + ":" + PlayedScram.PASSWORD + "@127.0.0.1:" + mongo.port());
        mongo.asked().clear();
    }

    @AfterEach
    void stop() {
        assertThat(UnaskedDns.asked()).as("what the driver asked by itself").isEmpty();
        dns.close();
        mongo.close();
    }

    @Test
    void whoMaySignInAtAListedServerIsValid() {
        dns.srv(SERVICE, HERE, mongo.port());

        verify(uri(PlayedScram.PASSWORD, "/app?tls=false&retryWrites=true")).body("status", equalTo("valid"));
        assertThat(mongo.asked()).contains("saslStart", "saslContinue", "ping");
        assertThat(dns.asked()).contains("SRV " + SERVICE + ".", "TXT " + HOST + ".");
    }

    @Test
    void anotherPasswordIsInvalid() {
        dns.srv(SERVICE, HERE, mongo.port());

        verify(uri("canary%2Fwrong", "/?tls=false")).body("status", equalTo("invalid"));
        assertThat(mongo.asked()).contains("saslStart").doesNotContain("ping");
    }

    @Test
    void anotherServiceNameIsHeeded() {
        dns.srv("_other._tcp." + HOST, HERE, mongo.port());

        verify(uri(PlayedScram.PASSWORD, "/?tls=false&srvServiceName=other")).body("status", equalTo("valid"));
    }

    @Test
    void oneListedServerOfSeveralIsEnough() {
        dns.srv(SERVICE, HERE, 1).srv(SERVICE, HERE, mongo.port());

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("status", equalTo("valid"));
    }

    @Test
    void withoutAWordAboutItEncryptionIsDemandedAndItsCertificateChecked() {
        try (var encrypted = new PlayedMongo(new SelfSigned(HERE).sockets())) {
            dns.srv(SERVICE, HERE, encrypted.port());
            verify(uri(PlayedScram.PASSWORD, "/")).body("status", equalTo("unreachable"));
            assertThat(encrypted.asked()).isEmpty();
            verify(uri(PlayedScram.PASSWORD, "/?tlsInsecure=true")).body("status", equalTo("valid"));
        }
    }

    @Test
    void aServerWithoutEncryptionIsNotToldThePassword() {
        dns.srv(SERVICE, HERE, mongo.port());

        verify(uri(PlayedScram.PASSWORD, "/")).body("status", equalTo("unreachable"));
        assertThat(mongo.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at-127-0-0-1.evil.test", "at-127-0-0-1.evilmongo.test", "mongo.test", "127.0.0.1", "localhost",
            "at-127-0-0-1.mongo.test.evil.test", ""})
    void aListThatNamesAServerOfAnotherDomainIsNotFollowed(String target) {
        dns.srv(SERVICE, HERE, mongo.port()).srv(SERVICE, target, mongo.port());

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("status", equalTo("unreachable")).body("detail",
                containsString(NOT_FOLLOWED));
        assertThat(mongo.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at-10-0-0-1.mongo.test", "at-169-254-169-254.mongo.test", "at-192-168-0-1.mongo.test"})
    void listedServersInsideAreNotCalled(String target) {
        dns.srv(SERVICE, target, 27017);

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("status", equalTo("unreachable"))
                .body("detail", containsString("not one that this service calls"));
    }

    @Test
    void theSourceThatTheListNamesIsUsedUnlessTheUriNamesOne() {
        dns.srv(SERVICE, HERE, mongo.port()).txt(HOST, "authSource=fromDns&", "replicaSet=rs0");

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("status", equalTo("valid"));
        assertThat(mongo.sources()).containsOnly("fromDns");
        mongo.sources().clear();
        verify(uri(PlayedScram.PASSWORD, "/?tls=false&authSource=fromUri")).body("status", equalTo("valid"));
        assertThat(mongo.sources()).containsOnly("fromUri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls=false", "authSource=admin&tlsInsecure=true", "authMechanism=PLAIN", "proxyHost=127.0.0.1", "canary"})
    void aListWithOtherOptionsIsNotFollowed(String options) {
        dns.srv(SERVICE, HERE, mongo.port()).txt(HOST, options);

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("status", equalTo("unreachable")).body("detail",
                containsString(NOT_FOLLOWED));
        assertThat(mongo.asked()).isEmpty();
    }

    @Test
    void aListWithTwoTextsIsNotFollowed() {
        dns.srv(SERVICE, HERE, mongo.port()).txt(HOST, "authSource=admin").txt(HOST, "replicaSet=rs0");

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("detail", containsString(NOT_FOLLOWED));
    }

    @Test
    void severalServersBehindALoadBalancerAreNotFollowed() {
        dns.srv(SERVICE, HERE, mongo.port()).srv(SERVICE, HERE, mongo.port() + 1).txt(HOST, "loadBalanced=true");

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("detail", containsString(NOT_FOLLOWED));
    }

    @Test
    void aMalformedListIsNotFollowed() {
        dns.add(SERVICE, DnsRecordType.SRV, new byte[]{0, 1});

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("status", equalTo("unreachable")).body("detail",
                containsString(NOT_FOLLOWED));
    }

    @Test
    void aTextThatEndsTooEarlyIsNotFollowed() {
        dns.srv(SERVICE, HERE, mongo.port()).add(HOST, DnsRecordType.TXT, new byte[]{100, 'a'});

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("detail", containsString(NOT_FOLLOWED));
    }

    @Test
    void aListLongerThanAnyoneNeedsIsNotFollowed() {
        for (int port = 1; port <= 60; port++)
            dns.srv(SERVICE, "s.mongo.test", port);

        verify(uri(PlayedScram.PASSWORD, "/?tls=false")).body("detail", containsString(NOT_FOLLOWED));
    }

    @Test
    void whatTheDnsDoesNotListIsUnreachable() {
        verify(uri(PlayedScram.PASSWORD, "/")).body("status", equalTo("unreachable")).body("detail", containsString("lists no server"));
        dns.txt(SERVICE, "something else").txt(HOST, "authSource=admin");
        verify(uri(PlayedScram.PASSWORD, "/")).body("status", equalTo("unreachable")).body("detail", containsString("lists no server"));
    }

    @Test
    void aDnsThatFailsOrSaysNothingIsNotWaitedForLong() {
        dns.fail(DnsResponseCode.SERVFAIL);
        verify(uri(PlayedScram.PASSWORD, "/")).body("status", equalTo("unreachable")).body("detail", containsString("DNS does not answer"));
        dns.fallSilent();
        verify(uri(PlayedScram.PASSWORD, "/")).body("status", equalTo("unreachable")).body("detail", containsString("DNS does not answer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb+srv://u:canary@a.mongo.test:27017/", "mongodb+srv://u:canary@a.mongo.test,b.mongo.test/",
            "mongodb+srv://u:canary@a..test/", "mongodb+srv://u:canary@/", "mongodb+srv://u:canary@a.mongo.test/?srvServiceName=a.b",
            "mongodb+srv://u:canary@a.mongo.test/?directConnection=true", "mongodb+srv://u:can%ary@a.mongo.test/",
            "mongodb+srv://u:canary@%2Ftmp%2Fa.b.sock/"})
    void whatIsNoUriIsNotLookedUp(String uri) {
        verify(uri).body("status", equalTo("invalid"));
        assertThat(dns.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb+srv://u:canary@mongo.test/", "mongodb+srv://u:canary@" + HOST + "/?authMechanism=MONGODB-AWS"})
    void aSharedDomainAndASignInByOthersAreNotLookedUp(String uri) {
        verify(uri).body("status", equalTo("unsupported"));
        assertThat(dns.asked()).isEmpty();
    }

    private static String uri(String password, String rest) {
        return "mongodb+srv://" + PlayedScram.USER + ":" + password + "@" + HOST + rest;
    }

    private ValidatableResponse verify(String uri) {
        String id = user.register(Map.of("name", "SRV_" + NAMES.incrementAndGet(), "variable", "MONGODB_URI", "value", uri));
        return user.request().post("/v1/secrets/" + id + "/verify").then().statusCode(200).body(not(containsString("canary")));
    }
}
