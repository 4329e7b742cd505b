package ai.igent.maestro.oauth;

import java.net.URI;
import java.util.regex.Pattern;

import io.restassured.response.Response;

import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.given;

/** A signed-in person's browser behind the console's proxy: it follows no redirect by itself, and keeps the one cookie. */
public final class Browser {
    private static final String COOKIE = "__Host-maestro-oauth";
    private static final Pattern VALUE = Pattern.compile(COOKIE + "=([^;]+);");

    private final String token;
    private String cookie;

    private Browser(String token) {
        this.token = token;
    }

    public static Browser of(String user) {
        return new Browser(TestTokens.user(user));
    }

    /** The same browser, in which somebody else signed in meanwhile. */
    public Browser usedBy(String user) {
        Browser same = of(user);
        same.cookie = cookie;
        return same;
    }

    /** Opens the start page; gives where the provider is. */
    public URI start(String connection) {
        Response answer = open("/oauth/start/" + connection);
        answer.then().statusCode(303);
        var set = VALUE.matcher(answer.header("Set-Cookie"));
        if (!set.find()) throw new AssertionError("no cookie");
        cookie = set.group(1);
        return URI.create(answer.header("Location"));
    }

    /** Is sent back by a provider; gives where the person ends up. */
    public String comeBack(String provider, String query) {
        Response answer = open("/oauth/callback/" + provider + "?" + query);
        answer.then().statusCode(303);
        return answer.header("Location");
    }

    /** The whole way. */
    public String connect(String connection, String provider, PlayedProvider played) {
        return comeBack(provider, played.agree(start(connection)));
    }

    public Response open(String path) {
        var request = given().auth().oauth2(token).redirects().follow(false).urlEncodingEnabled(false);
        return (cookie == null ? request : request.cookie(COOKIE, cookie)).get(path);
    }

    public String cookie() {
        return cookie;
    }
}
