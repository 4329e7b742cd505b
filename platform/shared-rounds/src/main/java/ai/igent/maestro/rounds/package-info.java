/** Work that many callers want at once, done for all of them together. */
package ai.igent.maestro.rounds;
