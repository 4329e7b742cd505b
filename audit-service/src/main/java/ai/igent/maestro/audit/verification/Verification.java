package ai.igent.maestro.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/** The answer: how many entries were right, and the place of the first that is not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(Status status, long checked, Place firstBroken) {
    public enum Status {
        INTACT,
        BROKEN;

        @JsonValue
        public String text() {
            return this == INTACT ? "intact" : "broken";
        }
    }

    public record Place(int partition, long sequence, Flaw flaw) {}

    static Verification of(long checked, Place firstBroken) {
        return new Verification(firstBroken == null ? Status.INTACT : Status.BROKEN, checked, firstBroken);
    }
}
