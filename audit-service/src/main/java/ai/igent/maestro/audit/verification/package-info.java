/**
 * Recomputes the chains from what the database holds and finds the first entry that is not what was appended: changed, missing, inserted,
 * swapped, or searchable under something else than its content says. What happened behind the last signed checkpoint only is believed.
 */
package ai.igent.maestro.audit.verification;
