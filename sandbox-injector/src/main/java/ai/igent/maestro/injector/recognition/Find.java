package ai.igent.maestro.injector.recognition;

import ai.igent.maestro.vocabulary.VariableName;

/** That a value was found, never the value. */
public record Find(VariableName name, Encoding encoding) {}
