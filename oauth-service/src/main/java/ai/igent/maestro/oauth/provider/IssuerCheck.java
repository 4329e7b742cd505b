package ai.igent.maestro.oauth.provider;

import java.util.Optional;

/**
 * Whether an authorization response comes from the provider it was asked of (RFC 9207). {@code announced} says that the provider promises to
 * name itself in each response.
 */
public record IssuerCheck(Optional<String> issuer, boolean announced) {
    public IssuerCheck {
        if (announced && issuer.isEmpty())
            throw new IllegalArgumentException("a provider that announces its issuer has one");
    }

    public boolean accepts(Optional<String> named) {
        if (named.isEmpty()) return !announced;
        return issuer.isEmpty() || issuer.equals(named);
    }
}
