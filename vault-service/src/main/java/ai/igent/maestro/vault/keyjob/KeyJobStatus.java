package ai.igent.maestro.vault.keyjob;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a job stands. */
enum KeyJobStatus {
    /** Nobody has begun. */
    PENDING("pending"),
    RUNNING("running"),
    /** The last attempt did not get through; the next one follows. */
    RETRYING("retrying"),
    DONE("done"),
    /** Done as far as it can be; what is left behind is named. */
    DONE_WITH_FAILURES("done-with-failures");

    private final String text;

    KeyJobStatus(String text) {
        this.text = text;
    }

    @JsonValue
    String text() {
        return text;
    }
}
