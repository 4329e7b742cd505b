/**
 * Bundles: what a sandbox receives for a revision, how it is built, how long it lives and the forms it leaves in.
 *
 * <p>A build lives at most a minute, ends early with whatever in it changes, and is wiped then. Nothing leaves one without session-service having
 * said, in the same call, that its revision is still the session's.
 */
package ai.igent.maestro.injector.bundle;
