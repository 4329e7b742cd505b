/** What session-service is asked and told: what is active now, whether a token is still the session's, how far a revision came. */
package ai.igent.maestro.injector.session;
