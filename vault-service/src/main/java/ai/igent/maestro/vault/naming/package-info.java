/**
 * What a name says beside being one: {@code AWS_PROD_ACCESS_KEY} tells of an integration, an account, an environment and a variable. Reads names by the
 * catalog's words; only proposes, and changes nothing.
 */
package ai.igent.maestro.vault.naming;
