/** {@code maestro demo}: the main job, shown step by step against a running stack. Ends with a failure as soon as a step does not do what it says. */
package ai.igent.maestro.local.demo;
