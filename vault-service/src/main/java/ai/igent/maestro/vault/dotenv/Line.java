package ai.igent.maestro.vault.dotenv;

import ai.igent.maestro.vocabulary.SecretValue;

/** What stands in a file, at the line (counted from 1) on which it begins. */
public sealed interface Line {
    int number();

    /** A name and its value, which the reader's caller wipes. */
    record Assignment(int number, String name, SecretValue value) implements Line {}

    /** What is no assignment, or one of something that is no value. {@code name} is null when not even that can be read. */
    record Unfit(int number, String name, String code, String reason) implements Line {}
}
