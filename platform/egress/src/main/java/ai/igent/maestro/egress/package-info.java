/**
 * The one way out to addresses that somebody configured: endpoints of OAuth providers, and of services whose keys are verified.
 *
 * <p>Owns which network addresses may be reached and how long and how much an answer may take. Refuses redirects. Knows nothing of what is said.
 */
package ai.igent.maestro.egress;
