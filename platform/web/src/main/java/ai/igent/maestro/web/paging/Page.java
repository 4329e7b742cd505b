package ai.igent.maestro.web.paging;

import java.util.List;
import java.util.function.Function;

/** Some items of a list; {@code next} is the cursor of the following page, null at the end. */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of rows that were read one further than {@code limit}.
     *
     * @param position where a row stands in the list's order, as text that sorts the query
     */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> position) {
        if (oneMore.size() <= limit) return new Page<>(oneMore, null);
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, Cursor.of(position.apply(items.getLast())).text());
    }

    public <R> Page<R> map(Function<T, R> shape) {
        return new Page<>(items.stream().map(shape).toList(), next);
    }
}
