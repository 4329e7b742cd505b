package ai.igent.maestro.oauth.provider;

import java.net.URI;
import java.util.Optional;

/** A provider's addresses. The browser goes to {@code authorize}; the others are called by us, through the guard. */
public record ProviderEndpoints(URI authorize, URI token, Optional<URI> revoke, Optional<AccountEndpoint> account) {}
