/** A session together with what is active in it, read at one moment and in one query, for those that only look. */
package ai.igent.maestro.session.activity;
