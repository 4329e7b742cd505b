/**
 * How far a revision came: takes the injector's reports, tells others, and lets a confirmation wait for its revision without holding a thread or a
 * transaction.
 */
package ai.igent.maestro.session.report;
