package ai.igent.maestro.oauth.authorization;

import java.util.Optional;

import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.token.IssuedTokens;
import ai.igent.maestro.oauth.token.ProviderAccount;

/** Tokens that have just been issued, and whose they are. Wiped by whoever made it. */
record Arrival(Connection asked, Provider provider, IssuedTokens tokens, Optional<ProviderAccount> account) {}
