/**
 * The secrets: registering, describing, changing, deleting, importing them, and their versions.
 *
 * <p>Owns the tables {@code secret} and {@code secret_version} and the rule that no value is written unsealed. Every change takes the row's lock,
 * checks the row's MAC, changes, authenticates anew and announces itself through the outbox in one transaction. Never gives out a value: that is
 * {@code release}'s and {@code reveal}'s.
 */
package ai.igent.maestro.vault.secret;
