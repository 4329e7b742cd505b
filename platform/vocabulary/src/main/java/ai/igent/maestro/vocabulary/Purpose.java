package ai.igent.maestro.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why the injector asks for a grant; stands in the audit record of the release. */
public enum Purpose implements Word {
    BUILD("build"),
    DELIVER("deliver"),
    GIT("git"),
    REVEAL("reveal");

    private final String text;

    Purpose(String text) {
        this.text = text;
    }

    @JsonCreator
    public static Purpose parse(String text) {
        return Word.parse(values(), text);
    }

    /** Whether values leave the injector. A build only fetches them, which is on record at their owners. */
    public boolean handsOut() {
        return this != BUILD;
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
