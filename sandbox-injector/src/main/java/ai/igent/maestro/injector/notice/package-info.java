/** News inside this replica: who listens for which session, and what they are told. Knows no values and keeps nothing. */
package ai.igent.maestro.injector.notice;
