package ai.igent.maestro.contracts.internal;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** What the things of one owner are called: enough to find some among thousands, and to propose them. */
public record Named(List<Item> items) {
    public Named {
        items = List.copyOf(items);
    }

    /**
     * As in {@link Described.Item}, without what is usual, because there are many: {@code variable} is null when it is the name, {@code kind} for
     * {@code env}, {@code status} for {@code active}, {@code tags} when there are none.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String id, String name, VariableName variable, SecretKind kind, String integration, String account,
            Environment environment, List<String> tags, long epoch, String status) {}
}
