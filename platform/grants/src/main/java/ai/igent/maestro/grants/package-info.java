/**
 * Grants: session-service's short-lived signed word that a session may have certain values now. Whoever holds a value releases it only against one.
 *
 * <p>A grant is a JWS (RFC 7515, ES256 or RS256) of type {@code maestro-grant+jwt}, so that no other token of the same issuer can stand in for it.
 */
package ai.igent.maestro.grants;
