package ai.igent.maestro.web.json;

import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.web.problem.Problem;

/** Why a body was not what the resource reads, by place and kind. Jackson's own messages quote the body and are never used. */
public final class JsonRefusals {
    private JsonRefusals() {}

    public static Problem problem(JsonProcessingException refusal) {
        return switch (refusal) {
            case UnrecognizedPropertyException unknown -> Problem.unknownField(field(unknown));
            case StreamReadException broken -> syntax(broken);
            case JsonMappingException mapping when mapping.getCause() instanceof StreamReadException broken -> syntax(broken);
            case JsonMappingException mapping when mapping.getCause() instanceof InvalidWord word ->
                Problem.invalid(field(mapping), "invalid", word.reason());
            case MismatchedInputException mismatch -> Problem.invalid(field(mismatch), "wrong-type", "this is not of the expected type");
            case JsonMappingException mapping -> Problem.invalid(field(mapping), "invalid", "this cannot be read");
            default -> Problem.unreadable("The body is not JSON.");
        };
    }

    private static Problem syntax(StreamReadException broken) {
        var place = broken.getLocation();
        if (place == null) return Problem.unreadable("The body is not JSON.");
        return Problem.unreadable("The body is not JSON at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".");
    }

    private static String field(JsonMappingException refusal) {
        return refusal.getPath().stream().map(JsonRefusals::step).collect(Collectors.joining("."));
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() != null ? Problem.repeatable(reference.getFieldName()) : "[" + reference.getIndex() + "]";
    }
}
