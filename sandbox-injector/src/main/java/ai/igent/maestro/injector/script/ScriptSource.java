package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the script together: a line {@code @part NAME@} stands for the part of that name, which may have parts of its own. */
final class ScriptSource {
    private static final Pattern PART = Pattern.compile("^@part ([a-z.]+)@\\n", Pattern.MULTILINE);

    private ScriptSource() {}

    static String read() {
        return part("main");
    }

    private static String part(String name) {
        return PART.matcher(text("/maestro-env/" + name + ".sh")).replaceAll(ScriptSource::replacement);
    }

    private static String replacement(MatchResult line) {
        return Matcher.quoteReplacement(part(line.group(1)));
    }

    private static String text(String resource) {
        try (InputStream file = ScriptSource.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
