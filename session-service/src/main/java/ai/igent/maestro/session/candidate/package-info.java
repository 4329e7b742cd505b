/**
 * What could be activated: secrets and connections, as their owner services describe them at this moment.
 *
 * <p>Asks, and keeps no copy. An answer is whole or it is a failure: half a list would read as "you do not have that".
 */
package ai.igent.maestro.session.candidate;
