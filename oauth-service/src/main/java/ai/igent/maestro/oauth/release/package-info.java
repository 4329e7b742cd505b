/**
 * What the other services are told: which connections could be activated, and, against a grant, their tokens.
 *
 * <p>Owns the decision that a token leaves. It leaves only after the record of its release was committed.
 */
package ai.igent.maestro.oauth.release;
