package ai.igent.maestro.console.proxy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiPathTest {
    @Test
    void splitsTheServiceFromItsPathAndLeavesTheEncodingAlone() {
        assertThat(ApiPath.of("/api/vault/v1/admin/owners/user%3Aalice/keys"))
                .hasValue(new ApiPath("vault", "/v1/admin/owners/user%3Aalice/keys"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/vault/v1/..", "/api/vault/v1/../internal/v1/resolve", "/api/vault/v1/./x", "/api/vault/v1/%2E%2E/x",
            "/api/vault/v1/%2Finternal", "/api/vault/v1/%5C..", "/api/vault/v1/a\\b", "/api/vault/v1//x", "/api/vault/v1/x/",
            "/api/vault/v2/x",
            "/api/VAULT/v1/x", "/api/v1/x"})
    void knowsNoDisguisedOrOtherPath(String path) {
        assertThat(ApiPath.of(path)).isEmpty();
    }
}
