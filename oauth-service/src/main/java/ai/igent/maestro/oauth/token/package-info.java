/**
 * Tokens: getting them, sealing them, giving them back.
 *
 * <p>Owns the wire protocol with token, revocation and account endpoints, and the sealed form in which tokens are stored. A token in the clear
 * lives here and on the release path only, and is wiped by whoever asked for it.
 */
package ai.igent.maestro.oauth.token;
