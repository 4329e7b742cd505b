/**
 * The Model Context Protocol's edge for agents, at {@code /mcp}: who may come in, what of a call's input is taken, and how answers and problems
 * look. The tools stand in the features whose use cases they offer; none of them confirms, reveals or resolves anything.
 */
package ai.igent.maestro.session.mcp;
