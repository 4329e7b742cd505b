/**
 * Connections: one person's or organization's authorization of one account at one provider.
 *
 * <p>Owns their life from the request to the revocation, who may see and change them, and what is announced and recorded of it. Tokens are kept
 * by the token package; how a person gets to the provider and back is the authorization package's.
 */
package ai.igent.maestro.oauth.connection;
