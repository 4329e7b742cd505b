/** Which sessions a secret was released to: ids, times and counts, so that whoever reports a leak knows where to look. Knows no value and no name. */
package ai.igent.maestro.vault.history;
