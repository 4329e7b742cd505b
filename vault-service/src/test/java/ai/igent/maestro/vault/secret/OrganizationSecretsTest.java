package ai.igent.maestro.vault.secret;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** alice is admin of acme, bob its member, carol neither. */
@VaultTest
class OrganizationSecretsTest {
    private static int names;

    private final VaultApi admin = VaultApi.as("alice");
    private final VaultApi member = VaultApi.as("bob");
    private final VaultApi stranger = VaultApi.as("carol");
    private String id;
    private String path;

    @BeforeEach
    void givenASecretOfTheOrganization() {
        id = admin.register(Map.of("name", "SHARED_" + ++names, "value", "canary-shared", "organization", "acme"));
        path = "/v1/secrets/" + id;
    }

    @Test
    void belongToTheOrganization() {
        admin.get(path).statusCode(200).body("owner.kind", equalTo("organization")).body("owner.id", equalTo("acme"));
    }

    @Test
    void areSeenByMembersAndNotByStrangers() {
        member.get(path).statusCode(200);
        member.get("/v1/secrets?organization=acme").statusCode(200).body("items.id", hasItem(id));
        member.get("/v1/secrets").statusCode(200).body("items.id", hasItem(id));
        stranger.get(path).statusCode(404);
        stranger.get("/v1/secrets").statusCode(200).body("items.id", not(hasItem(id)));
    }

    @Test
    void areChangedByAdminsAlone() {
        for (VaultApi caller : new VaultApi[]{member, stranger}) {
            int refused = caller == member ? 403 : 404;
            caller.patch(path, Map.of("description", "x")).statusCode(refused);
            caller.put(path + "/value", Map.of("value", "canary-x")).statusCode(refused);
            caller.delete(path).statusCode(refused);
            caller.request().post(path + "/undelete").then().statusCode(refused);
        }
        member.patch(path, Map.of("description", "x")).body("code", equalTo("organization-admin-required"));
        admin.patch(path, Map.of("description", "x")).statusCode(200);
    }

    @Test
    void areRegisteredByAdminsAlone() {
        for (VaultApi caller : new VaultApi[]{member, stranger}) {
            caller.post("/v1/secrets", Map.of("name", "MINE", "value", "canary-x", "organization", "acme")).statusCode(403);
            caller.post("/v1/secret-sets", Map.of("integration", "custom", "organization", "acme", "values", Map.of("MINE", "canary-x")))
                    .statusCode(403);
        }
    }

    @Test
    void membersPersonalSecretsStayTheirOwn() {
        String personal = member.register("PERSONAL_" + names, "canary-personal");

        admin.get("/v1/secrets/" + personal).statusCode(404);
        admin.patch("/v1/secrets/" + personal, Map.of("description", "x")).statusCode(404);
    }
}
