package ai.igent.maestro.vault.keyjob;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** What a job does. */
enum KeyJobKind implements Word {
    /** Adds a version to the key that wraps data keys. */
    ROTATE("rotate"),
    /** Wraps every data key with the newest version. */
    REWRAP("rewrap"),
    /** Gives every owner a new data key and moves the owner's secrets to it. */
    REENCRYPT("reencrypt"),
    /** Deletes the secrets of an owner whose data keys were destroyed. */
    DESTROY("destroy");

    private final String text;

    KeyJobKind(String text) {
        this.text = text;
    }

    static KeyJobKind parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
