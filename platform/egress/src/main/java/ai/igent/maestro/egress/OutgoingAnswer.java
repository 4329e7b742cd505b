package ai.igent.maestro.egress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was answered. Headers and body may hold tokens: they do not print, and {@link #close()} wipes the body.
 *
 * @param headers by name in lower case; of one that was sent several times, the first
 */
public record OutgoingAnswer(int status, Map<String, String> headers, byte[] body) implements AutoCloseable {
    public OutgoingAnswer(int status, byte[] body) {
        this(status, Map.of(), body);
    }

    public OutgoingAnswer {
        headers = Map.copyOf(headers);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void close() {
        Arrays.fill(body, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutgoingAnswer that && status == that.status && headers.equals(that.headers)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return status;
    }

    @Override
    public String toString() {
        return "OutgoingAnswer[status=" + status + "]";
    }
}
