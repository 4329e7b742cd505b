/**
 * A person's way to a provider and back: the authorization code flow with PKCE (RFC 6749, RFC 7636, RFC 9207, RFC 9700).
 *
 * <p>Owns the state and the browser's cookie that tie an answer to the question. Neither is stored as it is, and the PKCE verifier is not stored
 * at all: it follows from the cookie, so that whoever reads the database can answer for nobody.
 */
package ai.igent.maestro.oauth.authorization;
