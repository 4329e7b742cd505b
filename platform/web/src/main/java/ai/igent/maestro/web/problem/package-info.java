/** Errors as RFC 9457 problem+json: each feature maps its own failures, this package maps everything else, and nothing repeats what was sent. */
package ai.igent.maestro.web.problem;
