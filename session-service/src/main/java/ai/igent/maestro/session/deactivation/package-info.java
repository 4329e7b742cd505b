/** Deactivation: at once, by the session's user or its agent, without a confirmation and without asking any other service. */
package ai.igent.maestro.session.deactivation;
