package ai.igent.maestro.session.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.InvalidWord;

/** A code that enrols one sandbox: {@code enr_} and 256 random bits. It prints as a placeholder. */
public record EnrolmentCode(@JsonValue String text) {
    private static final String PREFIX = "enr_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    @JsonCreator
    public EnrolmentCode {
        if (text == null || !FORM.matcher(text).matches()) throw new InvalidWord("this is not an enrolment code");
    }

    static EnrolmentCode random(SecureRandom randomness) {
        byte[] bits = new byte[BYTES];
        randomness.nextBytes(bits);
        return new EnrolmentCode(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What is kept of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "[enrolment code]";
    }
}
