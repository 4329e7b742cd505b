/**
 * Getting a new access token before the old one ends.
 *
 * <p>Owns the promise that a refresh token is presented once per generation, whatever the number of callers and replicas and whenever a process
 * dies: intent is journalled before the call, the journal row is the lease, and only its holder may store what came of it.
 */
package ai.igent.maestro.oauth.refresh;
