package ai.igent.maestro.session.grant;

/**
 * What an injector that asks for several sessions can take. One of before can take neither.
 *
 * @param together grants for several sessions under one signature
 * @param brief answers without what is active, where the injector has it at this revision
 */
record AnswerForm(boolean together, boolean brief) {}
