/**
 * Standing consents: what a person agrees to in advance for sessions of one agent, an exact set, until a date. Owns the consent, its limits and what
 * came of it in each session.
 *
 * <p>Using one takes the road of a confirmation: the owners are asked again, and what they say must hash to what was agreed to. It never covers
 * production secrets, and what an organization owns for eight hours at most: as long as one proof of membership counts anywhere.
 */
package ai.igent.maestro.session.standing;
