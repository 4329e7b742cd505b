package ai.igent.maestro.oauth.provider;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** What software a provider runs. Shown to people; what a provider does differently stands in its definition. */
public enum ProviderKind implements Word {
    GITHUB_APP("github-app", "x-access-token"),
    GITHUB_OAUTH("github-oauth", "x-access-token"),
    GITLAB("gitlab", "oauth2"),
    GOOGLE("google", null),
    MICROSOFT("microsoft", null),
    CUSTOM("custom", null);

    private final String text;
    private final String gitUsername;

    ProviderKind(String text, String gitUsername) {
        this.text = text;
        this.gitUsername = gitUsername;
    }

    /** What git has to tell the provider's host beside a token; empty when the tokens are not for git. */
    public Optional<String> gitUsername() {
        return Optional.ofNullable(gitUsername);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
