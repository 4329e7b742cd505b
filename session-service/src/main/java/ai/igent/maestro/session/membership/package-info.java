/**
 * Membership of organizations, as far as sessions depend on it: what a token proves, and what ends when the platform reports that somebody left.
 *
 * <p>Members are not kept here; that is the issuer's. Kept are removals only, because a token outlives them.
 */
package ai.igent.maestro.session.membership;
