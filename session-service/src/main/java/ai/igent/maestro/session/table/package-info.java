/** The /secrets table: all that a session's user could activate, asked of the owner services, beside what is active. */
package ai.igent.maestro.session.table;
