/**
 * Work that many callers want at once, done for all of them together. Owns who waits and for how long; refuses to let a caller wait for another's
 * fault, and to keep more than may wait.
 */
package ai.igent.maestro.rounds;
