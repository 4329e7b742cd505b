/** Puts on record what happens here: audit records, written in the transaction of what they tell about. */
package ai.igent.maestro.session.record;
