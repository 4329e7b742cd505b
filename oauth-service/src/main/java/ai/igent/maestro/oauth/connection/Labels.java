package ai.igent.maestro.oauth.connection;

import java.util.Optional;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.VariableName;

/** What its owner may change about a connection: the variable it is delivered as, and the labels that tell it from others. */
public record Labels(VariableName variable, Optional<AccountLabel> account, Optional<Environment> environment) {}
