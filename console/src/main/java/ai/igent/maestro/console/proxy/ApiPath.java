package ai.igent.maestro.console.proxy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address below {@code /api/}: a service's name and the path at that service, still encoded as the browser sent it.
 * Only public APIs have one. Dots, slashes and backslashes that hide behind an encoding are refused, since the service
 * might read another path than was checked here.
 */
record ApiPath(String service, String path) {
    private static final Pattern PUBLIC = Pattern.compile("/api/([a-z]+)(/v1(?:/[^/]+)+)");
    private static final Pattern DISGUISED = Pattern.compile("%2e|%2f|%5c|%00|\\\\|/\\.{1,2}(/|$)");

    static Optional<ApiPath> of(String rawPath) {
        Matcher matcher = PUBLIC.matcher(rawPath);
        if (!matcher.matches() || DISGUISED.matcher(rawPath.toLowerCase(Locale.ROOT)).find()) {
            return Optional.empty();
        }
        return Optional.of(new ApiPath(matcher.group(1), matcher.group(2)));
    }
}
