package ai.igent.maestro.egress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

import ai.igent.maestro.vocabulary.SecretValue;

/** The fields of an {@code application/x-www-form-urlencoded} body. They may be secret: a form does not print. */
public final class Form {
    private final StringJoiner fields = new StringJoiner("&");

    public Form with(String name, String value) {
        fields.add(encode(name) + "=" + encode(value));
        return this;
    }

    public Form with(String name, SecretValue value) {
        return value.borrow(utf8 -> with(name, new String(utf8, StandardCharsets.UTF_8)));
    }

    /** How one name or value is written in a form. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return fields.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Form";
    }
}
