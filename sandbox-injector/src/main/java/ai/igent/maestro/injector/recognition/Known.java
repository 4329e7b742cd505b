package ai.igent.maestro.injector.recognition;

import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** A value to recognize, and what it is called. The value stays the caller's. */
public record Known(VariableName name, SecretValue value) {}
