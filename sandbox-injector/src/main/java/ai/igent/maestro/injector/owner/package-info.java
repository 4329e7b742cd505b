/** The services that own values: asked once per build each, with a deadline, so that one that is slow or away holds nothing else up. */
package ai.igent.maestro.injector.owner;
