package ai.igent.maestro.egress;

import java.util.Arrays;

/** What a provider answered. The body may hold tokens: it does not print, and {@link #close()} wipes it. */
public record OutgoingAnswer(int status, byte[] body) implements AutoCloseable {
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public void close() {
        Arrays.fill(body, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutgoingAnswer that && status == that.status && Arrays.equals(body, that.body);
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
