package ai.igent.maestro.local.issuer;

import java.util.List;
import java.util.Map;

/** What a realm says of itself (OpenID Connect Discovery, RFC 8414). */
final class Metadata {
    private Metadata() {}

    static Map<String, Object> of(String issuer) {
        return Map.ofEntries(Map.entry("issuer", issuer), Map.entry("jwks_uri", issuer + "/jwks"),
                Map.entry("authorization_endpoint", issuer + "/authorize"), Map.entry("token_endpoint", issuer + "/token"),
                Map.entry("userinfo_endpoint", issuer + "/userinfo"), Map.entry("revocation_endpoint", issuer + "/revoke"),
                Map.entry("end_session_endpoint", issuer + "/endsession"), Map.entry("response_types_supported", List.of("code")),
                Map.entry("response_modes_supported", List.of("query")),
                Map.entry("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials")),
                Map.entry("scopes_supported", List.of("openid", "profile", "offline_access")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post", "none")),
                Map.entry("code_challenge_methods_supported", List.of("S256")),
                Map.entry("authorization_response_iss_parameter_supported", true));
    }
}
