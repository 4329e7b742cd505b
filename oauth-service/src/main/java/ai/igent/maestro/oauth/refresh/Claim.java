package ai.igent.maestro.oauth.refresh;

import java.util.UUID;

import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.token.TokenSet;

/** What a caller who wants a new token is to do. */
sealed interface Claim {
    /** Call the provider: the intent stands in the journal, held by {@code attempt}. */
    record Granted(Connection connection, TokenSet tokens, UUID attempt) implements Claim {}

    /** Somebody else is calling it now. */
    record Held() implements Claim {}

    /** Nothing: the generation was replaced already, or the connection cannot be refreshed. */
    record Settled() implements Claim {}

    /** Nothing more: both attempts ended in doubt. */
    record Exhausted() implements Claim {}
}
