/**
 * Activation requests: what somebody proposes and a person confirms or denies. Owns the proposal, its hash, the nonce and the decision.
 *
 * <pre>
 * proposed --confirm--> confirmed        ambiguous, no-match: nothing to confirm, only to ask again
 *    |-------deny-----> denied
 *    |-------newer----> superseded       a newer request of the session, or a fresh one because the set changed
 *    '-------clock----> expired
 * </pre>
 */
package ai.igent.maestro.session.request;
