package ai.igent.maestro.injector.scan;

import com.fasterxml.jackson.annotation.JsonInclude;

import ai.igent.maestro.injector.recognition.Encoding;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * A value stands here.
 *
 * @param path the file, when a diff was scanned; then {@code line} is of the new file
 * @param column in characters; both count from one
 */
record Finding(VariableName name, @JsonInclude(JsonInclude.Include.NON_NULL) String path, long line, long column, Encoding encoding) {}
