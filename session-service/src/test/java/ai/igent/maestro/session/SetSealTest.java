package ai.igent.maestro.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Whoever writes to this service's database makes nothing active by it, not even for a moment, however lately the set was looked at. */
@SessionTest
class SetSealTest {
    private static final String BROKEN = "activation.deactivated success seal-broken";

    private final String user = SessionApi.newUser();
    private String session;
    private Thing key;
    private Thing other;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        key = Thing.secret(user, "KEY").known();
        other = Thing.secret(user, "OTHER").known();
        SessionApi.user(user).activate(session, key.id(), other.id());
        SessionApi.injector().post("/internal/v1/sessions/" + session + "/grants", Map.of("purpose", "build")).body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch = epoch + 1", "owner = 'user:mallory'", "variable = 'ELSE'", "kind = 'file'",
            "active_until = active_until + interval '1 hour'", "candidate_id = 'sec_00000000000000000000000000000bad'",
            "name = 'HARMLESS'", "environment = 'development'", "integration = 'aws'", "account = 'WORK'", "confirmed_by = 'mallory'",
            "activated_at = activated_at - interval '1 hour'"})
    void aChangedRowEndsEverythingInItsSession(String change) {
        assertThat(database.execute("update activation set " + change + " where session_id = ? and candidate_id = ?", session, key.id()))
                .isEqualTo(1);

        assertThat(SessionApi.activeIds(session)).isEmpty();

        assertThat(database.records(session)).filteredOn(BROKEN::equals).hasSize(2);
        assertThat(database.records(session)).noneMatch(record -> record.startsWith("bundle.delivered"));
        assertThat(database.events("sessions.v1", session)).endsWith("session.activations-changed");
    }

    /** Its owner no longer knows it, so what is shown of it is what is stored. */
    @ParameterizedTest
    @ValueSource(strings = {"name = 'HARMLESS'", "environment = 'development'", "variable = 'ELSE'",
            "active_until = active_until + interval '1 hour'"})
    void whoOnlyLooksIsShownNothingThatSomebodyElseWrote(String change) {
        Owners.lose(key.id());
        database.execute("update activation set " + change + " where session_id = ? and candidate_id = ?", session, key.id());

        SessionApi.user(user).get("/v1/sessions/" + session + "/secrets", "active", true).statusCode(200).body("items", empty())
                .body("revision", equalTo(2));

        SessionApi.user(user).get("/v1/sessions/" + session + "/diagnosis", "secret", other.id()).statusCode(200)
                .body("items[0].checks.detail.join()", containsString("changed outside this service"));
        assertThat(database.records(session)).filteredOn(BROKEN::equals).hasSize(2);
        assertThat(database.events("sessions.v1", session)).endsWith("session.activations-changed");
    }

    @Test
    void aDiagnosisAloneFindsItToo() {
        database.execute("update activation set name = 'HARMLESS' where session_id = ? and candidate_id = ?", session, key.id());

        SessionApi.user(user).get("/v1/sessions/" + session + "/diagnosis").statusCode(200).body("items", empty());
        assertThat(database.records(session)).filteredOn(BROKEN::equals).hasSize(2);
    }

    @Test
    void whoMayNotLookEndsNothing() {
        database.execute("update activation set name = 'HARMLESS' where session_id = ? and candidate_id = ?", session, key.id());

        SessionApi.user("carol").get("/v1/sessions/" + session + "/secrets").statusCode(404);
        assertThat(database.records(session)).noneMatch(BROKEN::equals);
    }

    @Test
    void aRowThatWasAddedCopiedOrRemovedEndsThemToo() {
        String second = SessionApi.session(user);
        copy(second);
        assertThat(SessionApi.activeIds(second)).isEmpty();

        String third = SessionApi.session(user);
        SessionApi.user(user).activate(third, Thing.secret(user, "THIRD").known().id());
        copy(third);
        assertThat(SessionApi.activeIds(third)).isEmpty();

        database.execute("delete from activation where session_id = ? and candidate_id = ?", session, other.id());
        assertThat(SessionApi.activeIds(session)).isEmpty();
    }

    @Test
    void whatWasDeactivatedIsNotBroughtBackByItsRow() {
        SessionApi.user(user).post("/v1/sessions/" + session + "/deactivations", Map.of("ids", List.of(key.id()))).statusCode(200);

        database.execute("update activation set ended_at = null, end_reason = null where session_id = ? and candidate_id = ?", session,
                key.id());

        assertThat(SessionApi.activeIds(session)).isEmpty();
    }

    @Test
    void theSessionsRowBroughtBackWithItDoesNotFitWhatIsActiveNow() {
        List<String> seal = database.column("select encode(set_mac, 'hex') from session where id = ?", session);
        SessionApi.user(user).post("/v1/sessions/" + session + "/deactivations", Map.of("ids", List.of(key.id()))).statusCode(200);

        database.execute("update session set set_mac = decode(?, 'hex') where id = ?", seal.getFirst(), session);

        assertThat(SessionApi.activeIds(session)).isEmpty();
    }

    @Test
    void anotherUsersOrRevisionsSessionIsNotTheOneThatWasSealed() {
        database.execute("update session set user_id = 'mallory' where id = ?", session);
        assertThat(SessionApi.activeIds(session)).isEmpty();

        String second = SessionApi.session(user);
        SessionApi.user(user).activate(second, key.id());
        database.execute("update session set revision = revision + 1 where id = ?", second);
        assertThat(SessionApi.activeIds(second)).isEmpty();
    }

    @Test
    void aSealThatIsGoneOrOfAnUnknownKeyGrantsNothing() {
        database.execute("update session set set_mac = null, set_mac_key = null where id = ?", session);

        assertThat(SessionApi.activeIds(session)).isEmpty();
    }

    @Test
    void confirmingOnABrokenSealDoesNotMakeItWhole() {
        var more = Thing.secret(user, "MORE").known();
        var shown = SessionApi.user(user).requestIds(session, more.id());
        database.execute("update activation set epoch = 99 where session_id = ? and candidate_id = ?", session, key.id());

        SessionApi.user(user).confirm(shown).statusCode(202);

        assertThat(SessionApi.activeIds(session)).containsExactly(more.id());
        assertThat(database.records(session)).filteredOn(BROKEN::equals).hasSize(2);
    }

    @Test
    void neighboursAreNotConcerned() {
        String second = SessionApi.session(user);
        SessionApi.user(user).activate(second, key.id());
        database.execute("update activation set epoch = 99 where session_id = ?", session);

        SessionApi.injector().post("/internal/v1/sessions/" + session + "/grants", Map.of("purpose", "build")).statusCode(200)
                .body("items", empty());

        assertThat(SessionApi.activeIds(second)).containsExactly(key.id());
    }

    /** A row of this session, in another. */
    private void copy(String into) {
        database.execute(
                """
                        insert into activation (id, session_id, candidate_id, owner, name, variable, kind, mode, epoch, confirmed_by, activated_at, active_until)
                        select gen_random_uuid(), ?, candidate_id, owner, name, variable, kind, mode, epoch, confirmed_by, activated_at, active_until
                        from activation where session_id = ? and candidate_id = ?""",
                into, session, key.id());
    }
}
