package ai.igent.maestro.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.paging.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@SessionTest
class TableTest {
    private final String user = SessionApi.newUser();
    private final SessionApi alice = SessionApi.user(user);
    private String session;
    private String table;

    @BeforeEach
    void prepare() {
        session = SessionApi.open(Map.of("user", user, "organization", "acme-" + user)).path("session.id");
        table = "/v1/sessions/" + session + "/secrets";
    }

    @Test
    void showsWhatTheUserAndTheOrganizationHaveAndWhatIsActive() {
        var key = Thing.secret(user, "B_KEY").of("aws", "AWS_DEV").in(Environment.DEVELOPMENT).known();
        var connection = Thing.connection(user, "A_CONNECTION").known();
        var shared = Thing.secret(user, "C_SHARED").ownedBy(Owner.organization("acme-" + user)).known();
        Thing.secret(SessionApi.newUser(), "FOREIGN").known();
        Thing.secret(user, "DELETED").being("deleted").known();
        alice.activate(session, key.id());

        alice.get(table).statusCode(200).body("revision", equalTo(1))
                .body("items.id", contains(connection.id(), key.id(), shared.id()))
                .body("items.source", contains("oauth", "vault", "vault")).body("items.active", contains(false, true, false))
                .body("items[1].activeUntil", notNullValue()).body("items[1].activatedAt", notNullValue())
                .body("items[1].environment", equalTo("development")).body("items[1].account", equalTo("AWS_DEV"))
                .body("items[1].owner.kind", equalTo("user")).body("items[1].owner.id", equalTo(user))
                .body("items[2].owner.kind", equalTo("organization")).body("items[0]", not(hasKey("description")));
        SessionApi.agent(session).get(table).statusCode(200).body("items", hasSize(3));
    }

    @Test
    void anActiveThingKeepsItsRowWithTheVariableItIsDeliveredAs() {
        var key = Thing.secret(user, "KEY").known();
        alice.confirm(alice.request(session, Map.of("activate", List.of(key.id()), "variables", Map.of(key.id(), "RENAMED"))))
                .statusCode(202);
        Owners.lose(key.id());

        alice.get(table).body("items.id", contains(key.id())).body("items[0].variable", equalTo("RENAMED")).body("items[0].active",
                equalTo(true));
    }

    @Test
    void filtersAndPages() {
        var one = Thing.secret(user, "ONE").of("aws", null).known();
        var two = Thing.secret(user, "TWO").in(Environment.STAGING).known();
        var three = Thing.connection(user, "THREE").known();

        alice.get(table, "integration", "aws").body("items.id", contains(one.id()));
        alice.get(table, "environment", "staging").body("items.id", contains(two.id()));
        alice.get(table, "source", "oauth").body("items.id", contains(three.id()));
        alice.get(table, "query", "tw").body("items.id", contains(two.id()));
        alice.get(table, "active", true).body("items", empty());
        alice.get(table, "environment", "nowhere").statusCode(422);
        String next = alice.get(table, "limit", 2).body("items.id", contains(one.id(), three.id())).extract().path("next");
        alice.get(table, "limit", 2, "cursor", next).body("items.id", contains(two.id())).body("next", equalTo(null));
        alice.get(table, "limit", 0).statusCode(422);
        alice.get(table, "cursor", "%%%").statusCode(422);
    }

    @Test
    void aPageMixesBothOwnersAndWhatIsActiveInTheOrderOfNames() {
        var active = Thing.secret(user, "M_ACTIVE").known();
        var renamed = Thing.secret(user, "C_RENAMED").known();
        var gone = Thing.secret(user, "E_GONE").known();
        for (String name : List.of("A", "D", "F"))
            Thing.secret(user, name).known();
        for (String name : List.of("B", "Z"))
            Thing.connection(user, name).known();
        alice.confirm(alice.request(session, Map.of("activate", List.of(active.id(), renamed.id(), gone.id()), "variables",
                Map.of(renamed.id(), "ZEBRA")))).statusCode(202);
        gone.being("deleted").known();

        assertThat(namesInPagesOf(1)).containsExactly("A", "B", "C_RENAMED", "D", "E_GONE", "F", "M_ACTIVE", "Z");
        assertThat(namesInPagesOf(3)).containsExactly("A", "B", "C_RENAMED", "D", "E_GONE", "F", "M_ACTIVE", "Z");
        alice.get(table, "query", "zebra").body("items.id", contains(renamed.id()));
        alice.get(table, "query", "z", "active", false).body("items.name", contains("Z"));
        alice.get(table, "status", "deleted").body("items.id", contains(gone.id()));
        alice.get(table, "active", true, "source", "oauth").body("items", empty());
    }

    private List<String> namesInPagesOf(int limit) {
        var names = new ArrayList<String>();
        String next = null;
        do {
            var page = (next == null ? alice.get(table, "limit", limit) : alice.get(table, "limit", limit, "cursor", next)).statusCode(200)
                    .extract();
            names.addAll(page.path("items.name"));
            next = page.path("next");
        } while (next != null);
        return names;
    }

    @Test
    void whatNoPageCanBeginWithIsRefused() {
        for (String position : List.of("A", "A\nB", "A\u0000\nsec_" + "0".repeat(32), "\n"))
            alice.get(table, "cursor", Cursor.of(position).text()).statusCode(422);
        alice.get(table, "query", "\u0000").statusCode(422);
        alice.get(table, "source", "nowhere").statusCode(422);
        alice.get(table, "active", "1").statusCode(422);
        alice.get(table, "cursor", Cursor.of("A\nsec_" + "0".repeat(32)).text()).statusCode(200);
    }

    /** What their user registers afterwards is no business of theirs. */
    @Test
    void isNoAgentsOnceItsSessionIsOver() {
        SessionApi.agent(session).get(table).statusCode(200);

        alice.post("/v1/sessions/" + session + "/end").statusCode(200);

        SessionApi.agent(session).get(table).statusCode(409).body("code", equalTo("session-ended"));
        alice.get(table).statusCode(200);
    }

    @Test
    void isNobodyElses() {
        SessionApi.user("carol").get(table).statusCode(404);
        SessionApi.agent(SessionApi.session(user)).get(table).statusCode(404);
        SessionApi.platform().get(table).statusCode(403);
    }
}
