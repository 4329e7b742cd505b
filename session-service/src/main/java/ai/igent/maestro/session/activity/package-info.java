/**
 * A session together with what is active in it, read at one moment and in one query, for those that only look.
 *
 * <p>Shows nothing that somebody else than this service wrote: what does not fit its seal is ended first.
 */
package ai.igent.maestro.session.activity;
