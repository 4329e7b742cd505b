package ai.igent.maestro.local.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import ai.igent.maestro.local.Part;

/** The credentials of the journey: the ones that AWS prints in its own documentation, which open nothing. */
public final class AwsKeys {
    public static final String ACCOUNT = "AWS_DEMO";
    public static final Map<String, String> GIVEN = Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    public static final Set<String> VARIABLES = Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION");

    private AwsKeys() {}

    /** Registers them as one set, which also fills in the region; answers what is stored. */
    public static List<JsonNode> register(Client user) {
        return user.post(Part.VAULT, "/v1/secret-sets", Map.of("integration", "aws", "account", ACCOUNT, "values", GIVEN)).require(201)
                .items();
    }

    /** Deletes those that an earlier journey registered; everything else of this user stays. */
    public static int deleteEarlier(Client user) {
        var earlier = user.get(Part.VAULT, "/v1/secrets?integration=aws&limit=200").require(200).items().stream()
                .filter(secret -> ACCOUNT.equals(secret.path("account").asText())).toList();
        earlier.forEach(secret -> user.delete(Part.VAULT, "/v1/secrets/" + secret.get("id").asText()).require(200, 204));
        return earlier.size();
    }
}
