/** Who may ask for what under {@code /v1/sandboxes/{session}}: the sandbox of that very session, and with no parameter nobody reads. */
package ai.igent.maestro.injector.access;
