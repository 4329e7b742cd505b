/**
 * What a trace may say of a request: its route, method, status and duration. Owns what is taken out of spans; refuses everything a caller wrote,
 * because a value may stand there by mistake.
 */
package ai.igent.maestro.web.trace;
