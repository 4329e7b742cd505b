/**
 * Sessions: one agent run with one sandbox, for one user. Owns their life, their revision and their tokens' generation, and who may see them.
 */
package ai.igent.maestro.session.session;
