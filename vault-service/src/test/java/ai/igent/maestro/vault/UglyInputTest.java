package ai.igent.maestro.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names, values and requests of every ugly kind, sent as the bytes they are. Each has the answer that the contract gives it; none is a 500, and none is
 * repeated.
 */
@VaultTest
class UglyInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BOM = "\ufeff";
    private static final String NUL = "\\u0000";
    private static int users;

    private final VaultApi user = VaultApi.as("ugly-" + ++users);
    private final String token = TestTokens.user("ugly-" + users);
    private String id;

    @BeforeEach
    void givenASecret() {
        id = user.register("UGLY", "canary-before");
    }

    // What a variable may be called.

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A B", " A", "A ", "1A", "9", "-A", ".A", "A=B", "A\\nB", "A\\r\\nB", "A\\n", "\\tA", NUL,
            "A" + NUL + "B", "\u00c4", "A\u00c4",
            "\u0410", "A\u200bB", "\u202eA", "A\u0301", "\ud83d\udd11", "A$B", "A'B", "A\\\"B", "A`B", "A;B", "A|B", "A&B", "A>B", "$(A)",
            "${A}", "%41", "A%00", "../A", "A/B",
            "A\\\\B", "A,B", "A:B", "A{B", "A[0]", "A(B)", "A*", "A?", "A#B", "A!B", "A~B", "A^B", "A+B", "A@B", "<A>", "\ufeffA", "\uff21",
            "A\u2028B",
            "A\\ud800", "BASH_FUNC_x%%", "()", "null byte" + NUL})
    void whatIsNoNameIsRefused(String name) {
        String field = "{\"name\":\"" + name + "\"";

        refused(post("/v1/secrets", field + ",\"value\":\"canary\"}"), 422, "invalid", "name");
        refused(patch("{\"name\":\"" + name + "\"}"), 422, "invalid", "name");
        refused(post("/v1/secrets", "{\"name\":\"FINE\",\"value\":\"canary\",\"variable\":\"" + name + "\"}"), 422, "invalid", "variable");
        refused(patch("{\"variable\":\"" + name + "\"}"), 422, "invalid", "variable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "HOME", "SHELL", "USER", "PWD", "TMPDIR", "EDITOR", "PAGER", "BROWSER", "IFS", "ENV", "PS1", "PS4",
            "PROMPT_COMMAND", "CDPATH",
            "FPATH", "ZDOTDIR", "path", "fpath", "LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "BASH_ENV",
            "BASH_FUNC_x", "SHELLOPTS",
            "BASHOPTS", "NODE_OPTIONS", "NODE_PATH", "NODE_EXTRA_CA_CERTS", "NPM_CONFIG_PREFIX", "npm_config_script_shell", "PYTHONPATH",
            "PYTHONSTARTUP",
            "PYTHONHOME", "PYTHONBREAKPOINT", "PYTHONINSPECT", "PERL5OPT", "PERL5LIB", "PERL5DB", "RUBYOPT", "RUBYLIB", "GEM_PATH",
            "BUNDLE_GEMFILE",
            "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH", "JAVA_HOME", "MAVEN_OPTS", "GRADLE_OPTS",
            "GIT_SSH_COMMAND", "GIT_SSH",
            "GIT_ASKPASS", "GIT_CONFIG_COUNT", "GIT_CONFIG", "GIT_EXEC_PATH", "GIT_EXTERNAL_DIFF", "GIT_DIR", "GIT_SEQUENCE_EDITOR",
            "GIT_SSL_NO_VERIFY",
            "SSH_ASKPASS", "SUDO_ASKPASS", "RSYNC_RSH", "LESSOPEN", "LESSCLOSE", "MANPAGER", "VIMINIT", "EXINIT", "MAKEFLAGS", "GOFLAGS",
            "RUSTC_WRAPPER", "RUSTFLAGS",
            "PHPRC", "LUA_INIT", "DOTNET_STARTUP_HOOKS", "ERL_FLAGS", "OPENSSL_CONF", "GLIBC_TUNABLES", "SSLKEYLOGFILE", "TAR_OPTIONS",
            "INPUTRC", "GCONV_PATH",
            "HOSTALIASES", "MAESTRO_TOKEN", "_", "UID", "RANDOM", "SECONDS", "TERMINFO", "XDG_CONFIG_HOME", "PIP_CONFIG_FILE", "R_PROFILE",
            "KSH_ENV_X_LD_PRELOAD_"
                    + "LONGER_THAN_ALL_THAT_IS_ALLOWED_TO_BE_A_VARIABLES_NAME_AND_THEN_SOME_MORE_LETTERS_UNTIL_IT_IS_ONE_HUNDRED_AND_TWENTY_NINE_LONG"})
    void aVariableThatWouldChangeHowProgramsRunIsRefusedEverywhere(String variable) {
        refused(post("/v1/secrets", "{\"name\":\"" + variable + "\",\"value\":\"canary\"}"), 422, "invalid", "name");
        refused(post("/v1/secrets", "{\"name\":\"FINE\",\"value\":\"canary\",\"variable\":\"" + variable + "\"}"), 422, "invalid",
                "variable");
        refused(patch("{\"variable\":\"" + variable + "\"}"), 422, "invalid", "variable");
        refused(post("/v1/secret-sets", "{\"integration\":\"custom\",\"values\":{\"" + variable + "\":\"canary\"}}"), 422, "invalid",
                "values");
        refused(post("/v1/secrets/import", "{\"" + variable + "\":\"canary\"}"), 422, "invalid", "line 1");
        refused(send("POST", "/v1/secrets/import", "text/x-dotenv", "export " + variable + "=canary"), 422, "invalid", "line 1");
    }

    // What a value may be.

    static Stream<Arguments> valuesThatAreTaken() {
        return Stream.of("x", " ", "\n", "\r\n", "a\r\nb\r\n", "\t", "'", "\"", "'\"`", "$(canary)", "`canary`", "${PATH}", "\\", "\\n",
                "%00", "%s%n", "null", "true", "0",
                "\u00e4\u00f6\u00fc", "\u65e5\u672c\u8a9e", "\ud83d\udd11\ud83d\udc69\u200d\ud83d\ude80", "\u202eabc\u202c", "\u200f\u05d0",
                "\ufeffbom", "e\u0301", "\u0001\u001b[31m\u007f", "\u2028\u2029",
                "\ufffe\uffff", "{\"json\":true}", "[1,2]", "<!--", "<script>", "]]>", "'; drop table secret; --", "../../etc/passwd",
                "-----BEGIN\nKEY\n-----END\n",
                "a=b", "#comment", "export A=b", "=", "x".repeat(65_536), "\u00e4".repeat(32_768), "\ud83d\udd11".repeat(16_384),
                "\n".repeat(65_536), "\"".repeat(65_536),
                "\u0001".repeat(65_536)).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("valuesThatAreTaken")
    void aValueIsGivenBackAsItWas(String value) {
        answered(post("/v1/secrets", object("name", "TAKEN", "value", value)), 201);
        Answer changed = answered(send("PUT", path() + "/value", "application/json", object("value", value)), 200);
        assertThat(changed.json().get("version").asInt()).isEqualTo(2);

        assertThat(answered(post(path() + "/reveal", ""), 200).json().get("value").asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"" + NUL + "\"", "\"canary" + NUL + "\"", "\"\\ud800\"", "\"canary\\udc00x\"", "\"\\ud83d\""})
    void whatIsNoValueIsRefused(String value) {
        refusedValue(value, "invalid", "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1e400", "true", "[]", "[\"canary\"]", "{}", "{\"canary\":1}", "-0.0"})
    void whatIsNoTextIsRefused(String value) {
        refusedValue(value, "invalid", "wrong-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e4", "\ud83d\udd11", "\\u0001", "\\n"})
    void aValueOfOneByteTooManyIsRefused(String unit) {
        int bytes = unit.startsWith("\\") ? 1 : unit.getBytes(StandardCharsets.UTF_8).length;
        refusedValue("\"" + unit.repeat(65_536 / bytes) + "x\"", "invalid", "invalid");
    }

    private void refusedValue(String value, String code, String error) {
        for (Answer answer : List.of(post("/v1/secrets", "{\"name\":\"NEW\",\"value\":" + value + "}"),
                send("PUT", path() + "/value", "application/json", "{\"value\":" + value + "}")))
            assertThat(refused(answer, 422, code, "value").json().at("/errors/0/code").asText()).isEqualTo(error);
        refused(post("/v1/secret-sets", "{\"integration\":\"custom\",\"values\":{\"A\":" + value + "}}"), 422, code, "values.A");
        refused(post("/v1/secrets/import", "{\"A\":" + value + "}"), 422, code, "A");
    }

    // The other fields.

    @ParameterizedTest
    @ValueSource(strings = {"kind|\"secret\"", "kind|\"ENV\"", "kind|\"\"", "kind|1", "environment|\"prod\"", "environment|\"PRODUCTION\"",
            "environment|\"\"",
            "environment|0", "integration|\"nothing\"", "integration|\"\\u0000\"", "integration|[]", "account|\"\"", "account|\" a\"",
            "account|\"a b\"", "account|\"a\\n\"", "account|\"\\u0000\"",
            "account|\"../a\"", "account|\"\u202ea\"", "account|5", "expiresAt|\"tomorrow\"", "expiresAt|\"2026-13-01T00:00:00Z\"",
            "expiresAt|\"2026-02-30T00:00:00Z\"",
            "expiresAt|\"2026-01-01\"", "expiresAt|\"\"", "expiresAt|1767225600", "expiresAt|1e308",
            "expiresAt|\"+999999999-01-01T00:00:00Z\"",
            "expiresAt|\"-999999999-01-01T00:00:00Z\"", "rotateEvery|\"P1Y\"", "rotateEvery|\"P1M\"", "rotateEvery|\"-P1D\"",
            "rotateEvery|\"PT0S\"", "rotateEvery|\"PT1H\"",
            "rotateEvery|\"P99999D\"", "rotateEvery|\"30 days\"", "rotateEvery|\"\"", "rotateEvery|\"PT9223372036854775807S\"",
            "rotateEvery|\"P99999999999999999999D\"", "rotateEvery|86400",
            "description|5", "description|\"a\\u0000b\"", "description|\"\\ud800\"", "tags|\"a\"", "tags|[\"\"]", "tags|[\"a b\"]",
            "tags|[5]", "tags|[null]", "tags|[\"\\u0000\"]", "tags|{}"})
    void aFieldThatSaysNothingIsNamed(String field) {
        String name = field.substring(0, field.indexOf('|'));
        String value = field.substring(field.indexOf('|') + 1);

        assertThat(
                refused(post("/v1/secrets", "{\"name\":\"NEW\",\"value\":\"canary\",\"" + name + "\":" + value + "}"), 422, "invalid", null)
                        .json().at("/errors/0/field").asText())
                .startsWith(name);
        assertThat(refused(patch("{\"" + name + "\":" + value + "}"), 422, "invalid", null).json().at("/errors/0/field").asText())
                .startsWith(name);
    }

    static Stream<Arguments> fieldsThatAreTooLong() {
        return Stream.of(Arguments.of("description", "\"" + "d".repeat(1001) + "\""), Arguments.of("account", "\"" + "a".repeat(65) + "\""),
                Arguments.of("tags", "[\"" + "t".repeat(51) + "\"]"),
                Arguments.of("tags", "[" + "\"t\",".repeat(20) + "\"t\"]"), Arguments.of("name", "\"" + "N".repeat(129) + "\""));
    }

    @ParameterizedTest
    @MethodSource("fieldsThatAreTooLong")
    void aFieldThatIsTooLongIsNamed(String field, String value) {
        var body = new LinkedHashMap<String, String>(Map.of("name", "\"NEW\"", "value", "\"canary\""));
        body.put(field, value);
        String text = "{"
                + String.join(",", body.entrySet().stream().map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue()).toList()) + "}";

        assertThat(refused(post("/v1/secrets", text), 422, "invalid", null).json().at("/errors/0/field").asText()).startsWith(field);
    }

    // Bodies.

    static Stream<Arguments> bodies() {
        String fine = "{\"name\":\"NEW\",\"value\":\"canary\"}";
        return Stream.of(Arguments.of("", 422, "invalid"), Arguments.of(" ", 422, "invalid"), Arguments.of("null", 422, "invalid"),
                Arguments.of("[]", 422, "invalid"),
                Arguments.of("\"canary\"", 422, "invalid"), Arguments.of("5", 422, "invalid"), Arguments.of("{", 400, "unreadable"),
                Arguments.of("{\"name\":", 400, "unreadable"),
                Arguments.of("{'name':'canary'}", 400, "unreadable"), Arguments.of("{name:\"canary\"}", 400, "unreadable"),
                Arguments.of(fine + "x", 400, "unreadable"),
                Arguments.of(fine + fine, 422, "invalid"), Arguments.of("{\"name\":\"NEW\",\"value\":\"canary\",}", 400, "unreadable"),
                Arguments.of("{\"name\":\"NEW\",\"name\":\"OTHER\",\"value\":\"canary\"}", 400, "unreadable"),
                Arguments.of("{\"name\":\"NEW\",\"value\":\"canary\n\"}", 400, "unreadable"),
                Arguments.of("{\"name\":\"NEW\",\"value\":\"canary\\x\"}", 400, "unreadable"),
                Arguments.of("{\"name\":\"NEW\",\"value\":\"canary\\u12\"}", 400, "unreadable"),
                Arguments.of("[".repeat(5000), 422, "invalid"), Arguments.of("{\"name\":".repeat(5000), 422, "invalid"),
                Arguments.of("{\"value\":" + "[".repeat(2000) + "]".repeat(2000) + "}", 422, "invalid"),
                Arguments.of("{\"surprise\":" + "[".repeat(2000) + "}", 400, "unreadable"),
                Arguments.of("{\"" + "k".repeat(60_000) + "\":1}", 400, "unreadable"),
                Arguments.of("{\"" + "k".repeat(300) + "\":1}", 422, "unknown-field"),
                Arguments.of("{\"value\":" + "9".repeat(2000) + "}", 400, "unreadable"),
                Arguments.of("{\"Name\":\"NEW\",\"value\":\"canary\"}", 422, "unknown-field"),
                Arguments.of("{\"name\":\"NEW\",\"value\":\"canary\",\"owner\":{\"kind\":\"user\",\"id\":\"bob\"}}", 422, "unknown-field"),
                Arguments.of("{\"name\":\"NEW\",\"value\":\"canary\",\"@type\":\"java.lang.Runtime\"}", 422, "unknown-field"),
                Arguments.of("{\"name\":\"NEW\",\"value\":\"canary\",\"__proto__\":{}}", 422, "unknown-field"),
                Arguments.of("<secret>canary</secret>", 400, "unreadable"), Arguments.of("name=NEW&value=canary", 400, "unreadable"),
                Arguments.of("x".repeat(512 * 1024 + 1), 413, "too-large"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNoRequestIsRefused(String body, int status, String code) {
        refused(post("/v1/secrets", body), status, code, null);
    }

    static Stream<Arguments> bytes() throws IOException {
        byte[] fine = "{\"name\":\"NEW\",\"value\":\"canary\"}".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("not UTF-8", "application/json", new byte[]{'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'}, null,
                        400),
                Arguments.of("overlong", "application/json", new byte[]{'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}, null, 422),
                Arguments.of("an encoded surrogate", "application/json",
                        "{\"name\":\"\u00ed\u00a0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1), null, 400),
                Arguments.of("zeros", "application/json", new byte[1000], null, 400),
                Arguments.of("gzip", "application/json", gzip(fine), "gzip", 415),
                Arguments.of("said to be gzip", "application/json", fine, "gzip", 415),
                Arguments.of("packed and not said", "application/json", gzip(fine), null, 400),
                Arguments.of("no JSON", "text/plain", fine, null, 415),
                Arguments.of("a form", "application/x-www-form-urlencoded", fine, null, 415),
                Arguments.of("XML", "application/xml", fine, null, 415),
                Arguments.of("parts", "multipart/form-data; boundary=x", fine, null, 415),
                Arguments.of("no media type", "canary", fine, null, 415), Arguments.of("an empty type", "/", fine, null, 415),
                Arguments.of("another JSON", "application/merge-patch+json", fine, null, 415));
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void bytesThatAreNoJsonAreRefused(String what, String type, byte[] body, String encoding, int status) {
        var request = request("/v1/secrets").header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (encoding != null) request.header("Content-Encoding", encoding);
        Answer answer = exchange(request);

        assertThat(answer.status).as(what + ": " + answer.body).isEqualTo(status);
        assertThat(answer.body).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/secrets", "/v1/secret-sets", "/v1/secrets/import"})
    void aBodyWithoutALengthIsRefused(String path) {
        var body = HttpRequest.BodyPublishers
                .ofInputStream(() -> new ByteArrayInputStream("{\"name\":\"canary\"}".getBytes(StandardCharsets.UTF_8)));

        refused(exchange(request(path).header("Content-Type", "application/json").POST(body)), 411, "length-required", null);
    }

    // Headers.

    @ParameterizedTest
    @ValueSource(strings = {"canary", "\"", "\"\"", "\"0\"", "\"-1\"", "1", "W/\"1\"", "\"99999999999999999999999\"", "\"1\" \"2\"", ",",
            ", ,", "\"\u00e4\"", "'1'"})
    void anIfMatchThatNamesNoStateIsStale(String tag) {
        for (Answer answer : List.of(
                exchange(request(path()).header("If-Match", tag).header("Content-Type", "application/json").method("PATCH",
                        HttpRequest.BodyPublishers.ofString("{\"description\":\"x\"}"))),
                exchange(request(path()).header("If-Match", tag).DELETE())))
            refused(answer, 412, "stale", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb",
            "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"
                    + "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"})
    void anIdempotencyKeyThatIsNoneIsRefused(String key) {
        Answer answer = exchange(request("/v1/secrets").header("Idempotency-Key", key).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"KEYED\",\"value\":\"canary\"}")));

        assertThat(answer.status).as(answer.body).isEqualTo(422);
    }

    // Lists and addresses.

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=201", "limit=1000", "limit=abc", "limit=1.5", "limit=1e2",
            "limit=99999999999999999999", "limit=+5", "limit=%00",
            "limit=\u0661", "cursor=%00", "cursor=!!", "cursor=%F0%9F%94%91", "cursor=AA==AA", "cursor=AA", "cursor=AAAA",
            "environment=prod", "environment=%00", "kind=x", "status=x",
            "status=ACTIVE", "query=%00", "tag=%00", "integration=%00", "account=a%00", "query=a%00b"})
    void aParameterThatSaysNothingIsNamed(String parameter) {
        Answer answer = send("GET", "/v1/secrets?" + parameter.replace("\u0661", "%D9%A1"), "application/json", "");

        refused(answer, 422, "invalid", parameter.substring(0, parameter.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "tag", "integration", "account", "cursor", "organization"})
    void aParameterThatIsTooLongIsNamed(String parameter) {
        refused(send("GET", "/v1/secrets?" + parameter + "=" + "x".repeat(2000), "application/json", ""), 422, "invalid", parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "\"", "%' or 1=1 --", "\u00e4", "\u202e", "\ud83d\udd11", "*", "(", "[a-z",
            "$1", ":text", "?1", "{}", "\\u0000"})
    void whateverIsSearchedForIsJustText(String text) {
        for (String parameter : List.of("query", "tag", "account", "integration"))
            assertThat(answered(send("GET", "/v1/secrets?" + parameter + "=" + encoded(text), "application/json", ""), 200).json()
                    .get("items"))
                    .as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "sec_", "sec_%00", "sec_ZZ", "sec_00000000000000000000000000000000%00",
            "con_00000000000000000000000000000000", "%F0%9F%94%91", "..%2f..%2fetc", "'",
            "sec_0000000000000000000000000000000g", "%20", "SEC_00000000000000000000000000000000", "sec_000000000000000000000000000000000"})
    void anAddressThatNamesNothingIs404(String segment) {
        String path = "/v1/secrets/" + segment;
        for (Answer answer : List.of(send("GET", path, "application/json", ""),
                send("PATCH", path, "application/json", "{\"description\":\"x\"}"),
                send("DELETE", path, "application/json", ""), send("PUT", path + "/value", "application/json", "{\"value\":\"canary\"}"),
                send("POST", path + "/reveal", "application/json", ""), send("POST", path + "/verify", "application/json", ""),
                send("GET", path + "/versions", "application/json", ""), send("POST", path + "/report-leak", "application/json", "")))
            refused(answer, 404, "not-found", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2", "x", "1.0", "99999999999999999999", "%00", "1%20", "0x1", "\u00b2"})
    void aVersionThatIsNoneIs404(String number) {
        String path = path() + "/versions/" + encoded(number).replace("%2500", "%00").replace("%2520", "%20");

        refused(send("POST", path + "/restore", "application/json", ""), 404, "not-found", null);
        refused(send("DELETE", path, "application/json", ""), 404, "not-found", null);
    }

    // Files.

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only words", "canary", "=canary", "A", "A B=canary", "1A=canary", "export", "A='canary",
            "A=\"canary", "A=`canary", "A='canary' x",
            "A=canary\nA=canary", "A=", "A=''", "PATH=canary", "A=canary\nLD_PRELOAD=canary", "A=canary\0", BOM + "canary", "A.B=canary",
            "A-B=canary",
            "\u00c4=canary", "A=canary\r\n\u202eB=canary", "{\"A\":\"canary\"}"})
    void aFileWithALineThatIsNoneIsRefusedWhole(String file) {
        Answer answer = send("POST", "/v1/secrets/import", "text/x-dotenv", file);

        refused(answer, 422, "invalid", null);
        assertThat(user.get("/v1/secrets").extract().<List<String>>path("items.name")).containsExactly("UGLY");
    }

    private String path() {
        return "/v1/secrets/" + id;
    }

    private Answer post(String path, String body) {
        return send("POST", path, "application/json", body);
    }

    private Answer patch(String body) {
        return send("PATCH", path(), "application/merge-patch+json", body);
    }

    private Answer send(String method, String path, String type, String body) {
        return exchange(request(path).header("Content-Type", type).method(method,
                body.isEmpty() && !"POST".equals(method)
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + io.restassured.RestAssured.port + path)).header("Authorization",
                "Bearer " + token);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** {@code field} is the one that is named first, or null when it does not matter. */
    private static Answer refused(Answer answer, int status, String code, String field) {
        assertThat(answer.status + " " + answer.json().path("code").asText()).as(answer.body).isEqualTo(status + " " + code);
        if (field != null) assertThat(answer.json().at("/errors/0/field").asText()).as(answer.body).isEqualTo(field);
        assertThat(answer.body).doesNotContain("canary");
        return answer;
    }

    private static Answer answered(Answer answer, int status) {
        assertThat(answer.status).as(answer.body.substring(0, Math.min(answer.body.length(), 300))).isEqualTo(status);
        return answer;
    }

    private static String object(String... members) {
        var object = JSON.createObjectNode();
        for (int i = 0; i < members.length; i += 2)
            object.put(members[i], members[i + 1]);
        return object.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private record Answer(int status, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(
                        "no JSON: " + status + " " + Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)), e);
            }
        }
    }
}
