package ai.igent.maestro.contracts.internal;

import ai.igent.maestro.vocabulary.InvalidWord;

/**
 * That git may use a value as a password, and where. The owner service says so, because it knows what the value is for.
 *
 * @param host the one host, as git names it: lower case, with the port when it is not 443
 * @param username what that host wants to be told
 * @param account the label that tells this one from others for the same host, or null
 */
public record GitUse(String host, String username, String account) {
    public GitUse {
        if (host == null || host.isEmpty()) throw new InvalidWord("host is missing");
        if (username == null || username.isEmpty()) throw new InvalidWord("username is missing");
    }
}
