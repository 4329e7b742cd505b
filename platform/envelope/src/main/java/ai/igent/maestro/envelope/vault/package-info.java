/**
 * The key service that is a HashiCorp Vault (or an OpenBao): data keys come from the transit engine, from a derived key that never leaves it.
 *
 * <p>Owns how this service signs in to Vault and stays signed in, what it asks there, and what Vault's refusals mean. Keeps no key: that is the
 * business of the cache in front. Decision 13 says why this is no library.
 */
package ai.igent.maestro.envelope.vault;
