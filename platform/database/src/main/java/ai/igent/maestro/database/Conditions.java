package ai.igent.maestro.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the rows of a query have to fulfil besides what the query says itself, with named parameters. Conditions are constant texts, values never are part of them. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public void add(String condition) {
        conditions.add(condition);
    }

    public void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        set(parameter, value);
    }

    /** A parameter of the query itself, or a further one of a condition. */
    public void set(String parameter, Object value) {
        parameters.put(parameter, value);
    }

    /** To follow another condition; empty when there is none. */
    public String and() {
        StringBuilder all = new StringBuilder();
        conditions.forEach(condition -> all.append(" and ").append(condition));
        return all.toString();
    }

    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    /** The pattern for {@code like ... escape '\'} that finds {@code text} anywhere in what is in lower case. */
    public static String anywhere(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }
}
