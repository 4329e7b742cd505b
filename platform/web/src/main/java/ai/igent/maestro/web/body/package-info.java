/** Bodies of calls that take none: what a resource does not read is refused, because a field that says nothing there was meant to say something. */
package ai.igent.maestro.web.body;
