/** What session-service may know of secrets to let people activate them: names, variables, labels, epochs and states. Never a value. */
package ai.igent.maestro.vault.describe;
