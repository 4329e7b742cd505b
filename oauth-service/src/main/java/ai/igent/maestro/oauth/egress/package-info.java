/**
 * The one way out to addresses that somebody configured: providers' token, revocation and account endpoints.
 *
 * <p>Owns which network addresses may be reached and how long and how much an answer may take. Refuses redirects. Knows nothing of OAuth.
 */
package ai.igent.maestro.oauth.egress;
