package ai.igent.maestro.vault.naming;

/** What a field of a secret might better say. {@code field} is one that a patch of the secret takes, {@code value} what it would be given. */
public record Proposal(String field, String value) {}
