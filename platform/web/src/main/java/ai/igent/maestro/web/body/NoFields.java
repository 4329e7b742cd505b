package ai.igent.maestro.web.body;

/** What the body of a call may hold whose resource takes none. */
record NoFields() {}
