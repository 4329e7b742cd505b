package ai.igent.maestro.local.bench.measure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One request for the load tool. {@code @N@} in the body is another number each time. Never printed: its headers hold tokens. */
public final class Call {
    private static final String BETWEEN_HEADERS = "\u001f";

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final String body;

    private Call(String method, String path, Map<String, String> headers, String body) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
        if (line().chars().filter(each -> each == '\n').count() > 0 || body.indexOf('\t') >= 0)
            throw new IllegalArgumentException("a call is one line without tabs in its body");
    }

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), "");
    }

    public static Call post(String path, String json) {
        return new Call("POST", path, Map.of("Content-Type", "application/json"), json);
    }

    public Call with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body);
    }

    public Call as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** As wrk.lua reads it. */
    String line() {
        String joined = headers.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(BETWEEN_HEADERS));
        return String.join("\t", List.of(method, path, joined, body));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
