/**
 * Wraps a service's data keys with the newest version of its wrapping key, by itself and soon after that key was rotated, and shows which version is
 * the oldest that is still needed. For services whose keys nobody looks after by jobs. Touches nothing that is sealed under a data key.
 */
package ai.igent.maestro.rewrap;
