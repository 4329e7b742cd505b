/**
 * Why a secret is not where it is expected: from its registration to the sandbox, step by step, each with what helps.
 *
 * <p>Only looks. Answers also while an owner service is away, and says then what it cannot know. Tells an agent no more than the /secrets table
 * does.
 */
package ai.igent.maestro.session.diagnosis;
