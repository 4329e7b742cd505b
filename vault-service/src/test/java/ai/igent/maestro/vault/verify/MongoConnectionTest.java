package ai.igent.maestro.vault.verify;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Signing in at a MongoDB, and at what passes itself off as one. */
@VaultTest
class MongoConnectionTest {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final String PERSON = PlayedScram.USER + ":" + PlayedScram.PASSWORD + "@";
    private static boolean used;

    private final VaultApi user = VaultApi.as("mongo-user-" + NAMES.incrementAndGet());
    private final PlayedMongo mongo = new PlayedMongo();

    /** The first use of the driver takes longer than what it has for one of several servers. */
    @BeforeEach
    void useItOnce() {
        if (used) return;
        used = true;
        verify("mongodb://" + PERSON + server());
        mongo.asked().clear();
    }

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void whoMaySignInIsValid() {
        verify("mongodb://" + PERSON + server() + "/app?authSource=admin").body("status", equalTo("valid"));

        assertThat(mongo.asked()).contains("saslStart", "saslContinue", "ping");
    }

    @Test
    void anotherPasswordOrPersonIsInvalid() {
        verify("mongodb://" + PlayedScram.USER + ":canary-wrong@" + server()).body("status", equalTo("invalid"));
        verify("mongodb://nobody:canary-wrong@" + server()).body("status", equalTo("invalid"));
        assertThat(mongo.asked()).doesNotContain("ping");
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsInvalidWhereOneHasTo() {
        verify("mongodb://" + server() + "/app").body("status", equalTo("invalid"));

        assertThat(mongo.asked()).contains("listDatabases");
    }

    @Test
    void thePasswordItselfIsNotSentUnlessTheUriSaysSo() {
        verify("mongodb://" + PERSON + server() + "/?authMechanism=SCRAM-SHA-256").body("status", equalTo("valid"));
        mongo.answer("{ok: 0.0, code: 334, errmsg: 'no such mechanism'}");
        verify("mongodb://" + PERSON + server() + "/?authMechanism=PLAIN&authSource=$external").body("status", equalTo("unreachable"));
    }

    @Test
    void oneServerOfSeveralIsEnough() {
        verify("mongodb://" + PERSON + "127.0.0.1:1," + server() + "/?replicaSet=rs0").body("status", equalTo("valid"));
    }

    @Test
    void aRefusalByOneServerIsNotTriedAtTheNext() {
        try (var second = new PlayedMongo()) {
            verify("mongodb://" + PlayedScram.USER + ":canary-wrong@" + server() + ",127.0.0.1:" + second.port())
                    .body("status", equalTo("invalid"));
            assertThat(second.asked().isEmpty()).isNotEqualTo(mongo.asked().isEmpty());
        }
    }

    @Test
    void serversThatTheServerNamesAreNotCalled() {
        try (var named = new PlayedMongo()) {
            mongo.changeHello(answer -> {
                answer.putAll(BsonDocument
                        .parse("""
                                {setName: 'rs0', setVersion: 1, secondary: false, primary: '127.0.0.1:%1$d', me: '127.0.0.1:%1$d', hosts: ['127.0.0.1:%1$d']}"""
                                .formatted(named.port())));
                return answer;
            });
            verify("mongodb://" + PERSON + server() + "/?replicaSet=rs0").body("status", equalTo("valid"));
            assertThat(named.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://canary-key:canary-secret@%s/?authMechanism=MONGODB-AWS",
            "mongodb://%s/?authMechanism=MONGODB-AWS", "mongodb://canary@%s/?authMechanism=GSSAPI&authSource=$external",
            "mongodb://%s/?authMechanism=MONGODB-OIDC&authMechanismProperties=ENVIRONMENT:azure,TOKEN_RESOURCE:canary",
            "mongodb://%s/?authMechanism=MONGODB-X509&authSource=$external"})
    void whatLeavesItToOthersWhereToGoOrWhoSignsInIsNotTried(String uri) {
        verify(uri.formatted(server())).body("status", equalTo("unsupported")).body("detail", containsString("of this form"));

        assertThat(mongo.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "mongodb://", "mongodb://u:canary@%s/?authMechanism=CANARY",
            "mongodb://u:canary@%%2Ftmp%%2Fcanary.sock/db", "mysql://u:canary@%s/db", "mongodb://u:can%%ary@%s/db"})
    void whatIsNoUriIsNotFollowed(String uri) {
        verify(uri.formatted(server())).body("status", equalTo("invalid"));

        assertThat(mongo.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mongodb://u:canary@10.0.0.1/db", "mongodb://u:canary@[::1]:27017/db",
            "'mongodb://u:canary@192.168.0.1,169.254.169.254/db'"})
    void addressesInsideAreNotCalled(String uri) {
        verify(uri).body("status", equalTo("unreachable")).body("detail", containsString("not one that this service calls"));
    }

    @Test
    void aProxyOfTheUriIsNotUsed() {
        try (var proxy = new PlayedMongo()) {
            verify("mongodb://" + PERSON + server() + "/?proxyHost=127.0.0.1&proxyPort=" + proxy.port())
                    .body("status", equalTo("valid"));
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void aServerWithoutTheDemandedEncryptionIsNotToldThePassword() {
        verify("mongodb://" + PERSON + server() + "/?tls=true").body("status", equalTo("unreachable"));

        assertThat(mongo.asked()).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotToldThePasswordUnlessTheUriSaysSo() {
        try (var encrypted = new PlayedMongo(new SelfSigned("localhost").sockets())) {
            String uri = "mongodb://" + PERSON + "localhost:" + encrypted.port() + "/?tls=true";
            verify(uri).body("status", equalTo("unreachable"));
            assertThat(encrypted.asked()).isEmpty();
            verify(uri + "&tlsInsecure=true").body("status", equalTo("valid"));
        }
    }

    @Test
    void whereNobodyListensAndWhereSomethingElseDoesIsUnreachable() {
        verify("mongodb://" + PERSON + "127.0.0.1:1").body("status", equalTo("unreachable"));
        try (var http = PlayedProviders.listen()) {
            http.answer(200, "{}");
            verify("mongodb://" + PERSON + "127.0.0.1:" + PlayedProviders.port()).body("status", equalTo("unreachable"));
        }
    }

    @ParameterizedTest
    @CsvSource({"11600, unreachable", "91, unreachable", "8000, invalid", "18, invalid", "59, unreachable"})
    void whatAServerSaysToTheSignInIsToldApart(int code, String status) {
        mongo.answer("{ok: 0.0, code: " + code + ", errmsg: 'canary'}");

        verify("mongodb://" + PERSON + server()).body("status", equalTo(status));
    }

    private ValidatableResponse verify(String uri) {
        String id = user.register(Map.of("name", "MONGO_" + NAMES.incrementAndGet(), "variable", "MONGODB_URI", "value", uri));
        return user.request().post("/v1/secrets/" + id + "/verify").then().statusCode(200).body(not(containsString("canary")));
    }

    private String server() {
        return "127.0.0.1:" + mongo.port();
    }
}
