package ai.igent.maestro.injector.scan;

import java.util.Locale;

/** Which form a text has, by its content type. */
final class ScannedForm {
    private ScannedForm() {}

    /** A diff when the type says so, bytes where it says that, else what the text looks like. */
    static Scanned of(String type) {
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (essence) {
            case "text/x-diff", "text/x-patch" -> new AddedLines();
            case "application/octet-stream" -> new WholeText();
            default -> new TextOrDiff();
        };
    }
}
