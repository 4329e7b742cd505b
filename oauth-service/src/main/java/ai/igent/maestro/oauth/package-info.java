/**
 * Connects accounts at OAuth providers and keeps their tokens.
 *
 * <p>Owns providers, connections and tokens, and decides alone whether a token leaves. Consumes no events.
 */
package ai.igent.maestro.oauth;
