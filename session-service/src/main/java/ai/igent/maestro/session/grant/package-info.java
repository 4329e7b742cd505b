/**
 * Answers the injector's question before it hands anything out: what is active now. Puts the delivery on record first, and signs a grant when the
 * injector has to fetch values.
 */
package ai.igent.maestro.session.grant;
