package ai.igent.maestro.oauth.provider;

/** A permission that can be asked for, in the provider's word and in ours. */
public record ProviderScope(String name, String description) {}
