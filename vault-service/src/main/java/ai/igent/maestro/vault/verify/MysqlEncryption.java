package ai.igent.maestro.vault.verify;

import java.util.Locale;
import java.util.stream.Stream;

import io.vertx.mysqlclient.SslMode;

/**
 * What the attributes of a MySQL URL ask for, in the words of MySQL, MariaDB and the clients that are told so by their URL. Vert.x's client reads none
 * of them. A word that is not known asks for the most there is.
 */
final class MysqlEncryption {
    private static final String SEPARATORS = "[-_]";

    private MysqlEncryption() {}

    /** {@code url} is one that the client has read. */
    static SslMode of(String url) {
        int begin = url.indexOf('?');
        return begin < 0
                ? SslMode.DISABLED
                : Stream.of(url.substring(begin + 1).split("&")).map(MysqlEncryption::ofAttribute)
                        .max(Enum::compareTo).orElse(SslMode.DISABLED);
    }

    private static SslMode ofAttribute(String attribute) {
        int equals = attribute.indexOf('=');
        return equals < 0 ? SslMode.DISABLED : of(word(attribute.substring(0, equals)), word(attribute.substring(equals + 1)));
    }

    private static SslMode of(String attribute, String value) {
        return switch (attribute) {
            case "sslmode" -> mode(value);
            case "sslaccept" -> value.equals("acceptinvalidcerts") ? SslMode.REQUIRED : SslMode.VERIFY_IDENTITY;
            case "ssl", "usessl", "requiressl", "tls" -> switched(value);
            default -> SslMode.DISABLED;
        };
    }

    private static SslMode mode(String word) {
        return switch (word) {
            case "disabled", "disable" -> SslMode.DISABLED;
            case "preferred", "prefer" -> SslMode.PREFERRED;
            case "required", "require", "trust" -> SslMode.REQUIRED;
            case "verifyca" -> SslMode.VERIFY_CA;
            default -> SslMode.VERIFY_IDENTITY;
        };
    }

    private static SslMode switched(String value) {
        return switch (value) {
            case "false", "0" -> SslMode.DISABLED;
            case "true", "1", "skipverify" -> SslMode.REQUIRED;
            default -> SslMode.VERIFY_IDENTITY;
        };
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll(SEPARATORS, "");
    }
}
