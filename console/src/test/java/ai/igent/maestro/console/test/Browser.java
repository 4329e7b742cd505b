package ai.igent.maestro.console.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A browser without a screen: keeps cookies, follows redirects only when told to. */
public final class Browser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).version(HttpClient.Version.HTTP_1_1).build();
    private final URI console;

    private Browser(URI console) {
        this.console = console;
    }

    public static Browser at(URI console) {
        return new Browser(console);
    }

    public static Browser signedIn(URI console, String person) {
        Browser browser = at(console);
        browser.signIn("/", person);
        return browser;
    }

    /** Opens {@code path} and signs in as {@code person} on the way; returns what the browser ends at. */
    public HttpResponse<String> signIn(String path, String person) {
        URI issuer = location(get(path));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(issuer + "&as=" + person)));
        while (answer.statusCode() == 302) {
            answer = send(HttpRequest.newBuilder(location(answer)));
        }
        return answer;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers));
    }

    /** A call that changes something, as the page makes it. */
    public HttpResponse<String> change(String method, String path, String body) {
        return send(request(path, "X-Requested-With", "JavaScript", "Sec-Fetch-Site", "same-origin", "Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString("{}")));
    }

    /** The body of an answer, as it comes. */
    public InputStream stream(String path) {
        try {
            return client.send(request(path).build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream().map(HttpCookie::getName).toList();
    }

    public URI location(HttpResponse<?> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(console.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
