package ai.igent.maestro.oauth.token;

/** Whose account at the provider was connected. {@code login} may be null. */
public record ProviderAccount(String id, String login) {}
