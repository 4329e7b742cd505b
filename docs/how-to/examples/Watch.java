import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints the names of the variables that are active in this sandbox, each time they change. Java 21 or newer, no library: a real program would read
 * the JSON with one.
 */
public class Watch {
    private static final String BASE = System.getenv("MAESTRO_INJECTOR_URL") + "/v1/sandboxes/" + System.getenv("MAESTRO_SESSION");
    private static final Pattern VARIABLES = Pattern.compile("\"variables\":\\{((?:\"(?:[^\"\\\\]|\\\\.)*+\"[:,]?)*+)\\}");
    private static final Pattern NAME = Pattern.compile("\"([A-Za-z0-9_]+)\":\"(?:[^\"\\\\]|\\\\.)*+\"");

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String tag = "";

    public static void main(String[] arguments) throws InterruptedException {
        Watch watch = new Watch();
        for (int failures = 1;; failures++) {
            try {
                if (watch.listen()) failures = 0;
            } catch (IOException cutOrAway) {
                // both are answered by connecting again
            }
            Thread.sleep(ThreadLocalRandom.current().nextLong(100, Math.min(30_000, 500L << Math.min(failures, 6))));
        }
    }

    /** Fetches at each change, the first time at once, until the stream ends. Whether there was one. */
    private boolean listen() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> stream = client.send(request("/events").header("Accept", "text/event-stream").build(), BodyHandlers.ofLines());
        endIfOver(stream.statusCode());
        try (Stream<String> lines = stream.body()) {
            for (String line : (Iterable<String>) lines::iterator)
                if (line.startsWith("data:")) fetch();
        } catch (UncheckedIOException cut) {
            throw cut.getCause();
        }
        return stream.statusCode() == 200;
    }

    private void fetch() throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/bundle").header("Accept", "application/json").timeout(Duration.ofSeconds(10));
        if (!tag.isEmpty()) request.header("If-None-Match", tag);
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        endIfOver(answer.statusCode());
        if (answer.statusCode() != 200) return;
        tag = answer.headers().firstValue("ETag").orElse("");
        System.out.println("active: " + String.join(" ", names(answer.body())));
    }

    private static TreeSet<String> names(String bundle) {
        TreeSet<String> names = new TreeSet<>();
        Matcher variables = VARIABLES.matcher(bundle);
        if (!variables.find()) return names;
        NAME.matcher(variables.group(1)).results().forEach(name -> names.add(name.group(1)));
        return names;
    }

    private static void endIfOver(int status) {
        if (status != 401 && status != 404) return;
        System.err.println("the session is over");
        System.exit(1);
    }

    private static HttpRequest.Builder request(String path) throws IOException {
        String token = Files.readString(Path.of(System.getenv("MAESTRO_TOKEN_FILE"))).strip();
        return HttpRequest.newBuilder(URI.create(BASE + path)).header("Authorization", "Bearer " + token);
    }
}
