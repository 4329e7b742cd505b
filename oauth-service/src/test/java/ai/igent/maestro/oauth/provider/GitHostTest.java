package ai.igent.maestro.oauth.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;

class GitHostTest {
    @ParameterizedTest
    @CsvSource({"https://github.com/login/oauth/authorize, github.com",
            "https://GitLab.example.com:8443/oauth/authorize, gitlab.example.com:8443",
            "https://gitlab.com:443/oauth/authorize, gitlab.com"})
    void isWherePeopleAuthorize(String address, String host) {
        assertThat(provider(ProviderKind.GITLAB, address).gitHost()).contains(host);
    }

    @Test
    void isNoneWithoutEncryption() {
        assertThat(provider(ProviderKind.GITLAB, "http://gitlab.internal/oauth/authorize").gitHost()).isEmpty();
    }

    @Test
    void onlyProvidersOfRepositoriesHaveANameForGit() {
        assertThat(provider(ProviderKind.GITHUB_APP, "https://github.com/x").gitUsername()).contains("x-access-token");
        assertThat(provider(ProviderKind.GITLAB, "https://gitlab.com/x").gitUsername()).contains("oauth2");
        assertThat(provider(ProviderKind.GOOGLE, "https://accounts.google.com/x").gitUsername()).isEmpty();
        assertThat(provider(ProviderKind.CUSTOM, "https://github.com/x").gitUsername()).isEmpty();
    }

    private static Provider provider(ProviderKind kind, String authorizeUrl) {
        ProviderEndpoints endpoints = new ProviderEndpoints(URI.create(authorizeUrl), URI.create("https://token.example"), Optional.empty(),
                Optional.empty());
        return new Provider(new ProviderKey("key"), "name", kind, Optional.empty(), endpoints, new IssuerCheck(Optional.empty(), false),
                List.of(),
                Scopes.of(List.of()), Map.of(), new VariableName("TOKEN"));
    }
}
