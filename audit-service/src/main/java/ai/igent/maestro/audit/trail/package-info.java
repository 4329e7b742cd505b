/**
 * Answers from the trail: auditors see all of it, people what concerns them, organization admins what concerns their organization. Whoever may not
 * see an entry cannot tell whether it exists.
 */
package ai.igent.maestro.audit.trail;
