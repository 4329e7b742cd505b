/**
 * Publishes the chains on {@code audit.v1}: they are their own outbox. A chain's sequence is handed out under the lock of its head and has no gaps, so
 * everything after the last published one is unsent, and nothing can still be committed before it.
 *
 * <p>Publishes the bytes that were hashed and nothing else: an entry that is not what was appended is passed over, said so, and left to verification.
 */
package ai.igent.maestro.audit.publication;
