/**
 * The main job of the suite as its users, its platform, its agents and its sandboxes do it: over HTTP and with the real {@code maestro-env}.
 *
 * <p>Used by the demo, which shows it, and by the journeys that test it. Knows no inside of any service.
 */
package ai.igent.maestro.local.journey;
