package ai.igent.maestro.oauth.provider;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** What software a provider runs. Shown to people; what a provider does differently stands in its definition. */
public enum ProviderKind implements Word {
    GITHUB_APP("github-app"),
    GITHUB_OAUTH("github-oauth"),
    GITLAB("gitlab"),
    GOOGLE("google"),
    MICROSOFT("microsoft"),
    CUSTOM("custom");

    private final String text;

    ProviderKind(String text) {
        this.text = text;
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
