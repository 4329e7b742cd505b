/**
 * sandbox-injector: gives each sandbox what is active in its session, and nothing else.
 *
 * <p>Owns nothing durable. Values are in memory only while a build lives; what a sandbox may have is asked of session-service at every fetch.
 */
package ai.igent.maestro.injector;
