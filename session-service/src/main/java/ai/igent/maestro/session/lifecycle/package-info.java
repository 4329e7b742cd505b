/** How sessions begin, go on and end: what the platform and the session's user can do with them, and what the clock does. */
package ai.igent.maestro.session.lifecycle;
