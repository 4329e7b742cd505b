package ai.igent.maestro.database;

import java.util.List;

/**
 * A statement that changes rows, to be committed together with others by {@link Statements#commit}. Several of them see the database as it was before
 * all of them; constraints between their tables hold once all are done.
 *
 * @param sql one {@code insert}, {@code update} or {@code delete} with its parameters as {@code $1}, {@code $2}, ...; a constant text
 */
public record Change(String sql, List<Object> parameters) {}
