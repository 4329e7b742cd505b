package ai.igent.maestro.oauth.provider;

import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.VariableName;

/** What a provider is called in URLs, rows and events: the short name of its definition, for example {@code acme-accounts}. */
public record ProviderKey(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public ProviderKey {
        if (text == null || !FORM.matcher(text).matches())
            throw new InvalidWord("expected lower-case letters, digits, dashes and underscores, at most 63");
    }

    /** The variable its tokens are delivered as, unless somebody says otherwise: {@code ACME_ACCOUNTS_TOKEN}. */
    VariableName defaultVariable() {
        return new VariableName(text.replace('-', '_').toUpperCase(Locale.ROOT) + "_TOKEN");
    }

    @Override
    public String toString() {
        return text;
    }
}
