/** The client for sandboxes, {@code maestro-env}: a shell script among the resources, served with this installation's addresses in it. */
package ai.igent.maestro.injector.script;
