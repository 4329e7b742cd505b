/**
 * The words of the suite as types: ids, owners, labels, secret values, the audit vocabulary, the clock.
 *
 * <p>Owns what a word may look like on the wire and refuses everything else on construction. Knows no HTTP, no database and no Kafka.
 */
package ai.igent.maestro.vocabulary;
