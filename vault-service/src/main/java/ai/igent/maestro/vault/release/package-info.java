/**
 * The one way a value leaves this service: to the injector, against a grant. Believes neither the grant alone nor the database alone, puts every
 * release and every refusal on record first, and lets one dead secret not hold up the others.
 */
package ai.igent.maestro.vault.release;
