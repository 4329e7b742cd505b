/**
 * Recomputes the chains from what the database holds and finds the first entry that is not what was appended: changed, missing, inserted,
 * swapped, or searchable under something else than its content says.
 */
package ai.igent.maestro.audit.verification;
