/**
 * Turns what somebody wrote into exact ids, by fixed rules and without a model.
 *
 * <p>Owns the rules; knows no HTTP and no database. A phrase can only select among the candidates it is given, every match says why it matched,
 * and what is unclear becomes a question or no match, never a guess. Production is selected only by a phrase that names it. When in doubt the
 * rules select less, and take away more.
 *
 * <p>The way of a phrase: {@code SpokenWords} splits it, {@code Questions} leaves out what only asks, {@code Idioms} and {@code SpokenDuration} read
 * what words mean together, {@code Clauses} finds the verbs and what each governs, {@code Lexicon} gives words their meaning, {@code Selection}
 * combines them, {@code PhraseReader} makes the {@code Reading}.
 */
package ai.igent.maestro.session.phrase;
