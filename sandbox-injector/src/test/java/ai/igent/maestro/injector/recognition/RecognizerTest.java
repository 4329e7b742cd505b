package ai.igent.maestro.injector.recognition;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RecognizerTest {
    private static final String VALUE = "canary+Zk3?/ü é\"q\\x";

    private final Map<String, String> known = new LinkedHashMap<>(Map.of("TOKEN", VALUE));
    private final Random random = new Random(7);

    @Test
    void replacesAValueByItsName() {
        assertThat(masked("before " + VALUE + " after")).isEqualTo("before [TOKEN] after");
        assertThat(masked(VALUE + VALUE)).isEqualTo("[TOKEN][TOKEN]");
        assertThat(masked("nothing of it, canary+Zk3?/ü")).isEqualTo("nothing of it, canary+Zk3?/ü");
        assertThat(masked("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void findsBase64AtEveryAlignmentAndBeforeAnyEnd(int before) {
        for (int after = 0; after < 4; after++) {
            byte[] all = ("b".repeat(before) + VALUE + "a".repeat(after)).getBytes(UTF_8);

            for (String encoded : List.of(Base64.getEncoder().encodeToString(all), Base64.getUrlEncoder().encodeToString(all),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(all)))
                assertFound("x=" + encoded + ";", Encoding.BASE64);
        }
    }

    @Test
    void leavesNothingOfAValueThatIsEncodedByItself() {
        for (String value : List.of("canary-abc", "canary-abcd", "canary-abcde")) {
            known.put("TOKEN", value);
            assertThat(masked(Base64.getEncoder().encodeToString(value.getBytes(UTF_8)))).isEqualTo("[TOKEN]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 19, 60, 64, 76})
    void findsWrappedAndIndentedBase64AndHex(int width) {
        known.put("TOKEN", VALUE.repeat(9));
        byte[] all = ("user:" + VALUE.repeat(9) + "\n").getBytes(UTF_8);

        for (String lineBreak : List.of("\n", "\r\n", "\n    ")) {
            assertFound(wrapped(Base64.getEncoder().encodeToString(all), width, lineBreak), Encoding.BASE64);
            assertFound(wrapped(HexFormat.of().formatHex(all), width, lineBreak), Encoding.HEX);
        }
    }

    @Test
    void findsHexOfEitherCase() {
        assertThat(masked("0x" + HexFormat.of().formatHex(VALUE.getBytes(UTF_8)))).isEqualTo("0x[TOKEN]");
        assertThat(masked(HexFormat.of().withUpperCase().formatHex(VALUE.getBytes(UTF_8)) + "00")).isEqualTo("[TOKEN]00");
    }

    @Test
    void findsWhatIsUrlEncodedWhicheverCharactersWere() {
        String form = URLEncoder.encode(VALUE, UTF_8);
        String everything = IntStream.range(0, VALUE.getBytes(UTF_8).length).mapToObj(at -> "%%%02x".formatted(VALUE.getBytes(UTF_8)[at]))
                .collect(Collectors.joining());

        assertThat(masked("?a=" + form + "&b")).isEqualTo("?a=[TOKEN]&b");
        assertThat(masked("?a=" + form.replace("+", "%20") + "&b")).isEqualTo("?a=[TOKEN]&b");
        assertThat(masked("?a=" + form.replace("+", "%20").replace("%2B", "+").replace("%2F", "/") + "&b")).isEqualTo("?a=[TOKEN]&b");
        assertThat(masked(everything + everything.toUpperCase())).isEqualTo("[TOKEN][TOKEN]");
        assertFound("x%41%%4z" + form, Encoding.URL);
    }

    @Test
    void leavesNothingOfAnEscapeWhoseEndLooksLikeWhatItStandsFor() {
        known.put("DIGIT", "0-canary-digit");
        known.put("SLASH", "\\canary-slash");

        assertThat(masked("x%30-canary-digit")).isEqualTo("x[DIGIT]");
        assertThat(masked("x\\\\canary-slash")).isEqualTo("x[SLASH]");
    }

    @Test
    void findsBase64InsideAUrl() {
        String base64 = Base64.getEncoder().encodeToString(VALUE.getBytes(UTF_8));

        assertFound(URLEncoder.encode(base64, UTF_8), Encoding.BASE64);
    }

    @Test
    void findsWhatIsEscapedInJson() throws JsonProcessingException {
        known.put("TOKEN", VALUE + "\n\t😀/end");
        ObjectMapper json = new ObjectMapper();
        String escaped = json.writeValueAsString(known.get("TOKEN"));
        String ascii = json.writer().with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
                .writeValueAsString(known.get("TOKEN"));

        assertThat(masked("{\"a\":" + escaped + "}")).isEqualTo("{\"a\":\"[TOKEN]\"}");
        assertThat(masked("{\"a\":" + ascii + "}")).isEqualTo("{\"a\":\"[TOKEN]\"}");
        assertThat(masked("{\"a\":" + ascii.toLowerCase() + "}")).isNotEqualTo("{\"a\":\"[TOKEN]\"}");
        assertThat(masked("{\"a\":" + ascii.replace("/", "\\/").replace("\\uD83D", "\\ud83d") + "}")).isEqualTo("{\"a\":\"[TOKEN]\"}");
        assertThat(masked("\\u0061\\ud83d\\n" + escaped)).isEqualTo("\\u0061\\ud83d\\n\"[TOKEN]\"");
    }

    @Test
    void findsTheLeavesOfJsonThatCanBeConfidential() {
        known.put("GOOGLE",
                """
                        {"type":"service_account","project_id":"my-project-123","private_key_id":"canary0123456789abcdef",
                         "private_key":"-----BEGIN PRIVATE KEY-----\\nMIIEcanaryAAAAAAAAAAAAAAAAAAAA\\nBBBBcanaryBBBBBBBBBBBBBBBBBBBB\\n-----END PRIVATE KEY-----\\n",
                         "client_email":"robot@my-project-123.iam.gserviceaccount.com","token_uri":"https://oauth2.googleapis.com/token"}
                        """);

        assertThat(masked("id canary0123456789abcdef")).isEqualTo("id [GOOGLE]");
        assertThat(masked("BBBBcanaryBBBBBBBBBBBBBBBBBBBB\n")).isEqualTo("[GOOGLE]\n");
        assertThat(masked(
                "-----BEGIN PRIVATE KEY-----\nMIIEcanaryAAAAAAAAAAAAAAAAAAAA\nBBBBcanaryBBBBBBBBBBBBBBBBBBBB\n-----END PRIVATE KEY-----"))
                .isEqualTo("[GOOGLE]");
        String harmless = "service_account my-project-123 robot@my-project-123.iam.gserviceaccount.com https://oauth2.googleapis.com/token";
        assertThat(masked(harmless)).isEqualTo(harmless);
    }

    @Test
    void findsThePasswordOfAUrlAsItIsWrittenAndAsItIsMeant() {
        known.put("DATABASE_URL", "postgres://app:canary%2Fp%40ss@db.example.com:5432/app");

        assertThat(masked("PGPASSWORD=canary/p@ss psql")).isEqualTo("PGPASSWORD=[DATABASE_URL] psql");
        assertThat(masked("canary%2Fp%40ss")).isEqualTo("[DATABASE_URL]");
        assertThat(masked("db.example.com:5432/app")).isEqualTo("db.example.com:5432/app");
        known.put("DATABASE_URL", "postgres://app:canary p@ss#1@db.example.com/app");
        assertThat(masked("-p 'canary p@ss#1'")).isEqualTo("-p '[DATABASE_URL]'");
    }

    @Test
    void ignoresWhatIsTooShortToBeTold() {
        known.put("PIN", "12345");
        known.put("SHORT", "123456");

        assertThat(masked("12345 123456")).isEqualTo("12345 [SHORT]");
    }

    @Test
    void ignoresTheWhiteSpaceAroundAValue() {
        known.put("FILE", "\n canary-in-a-file \r\n");

        assertThat(masked("<canary-in-a-file>")).isEqualTo("<[FILE]>");
    }

    @Test
    void leavesNoByteOfValuesThatOverlap() {
        known.put("FIRST", "canary-abcdef");
        known.put("SECOND", "cdef-ghi");
        known.put("INNER", "nary-ab");
        known.put("LONGER", "canary-abcdef-ghi-jkl");

        assertThat(masked("canary-abcdef-ghi")).isEqualTo("[FIRST][SECOND]");
        assertThat(masked("canary-abcdef-ghi-jkl")).isEqualTo("[LONGER]");
        assertThat(masked("xnary-abc")).isEqualTo("x[INNER]c");
    }

    @Test
    void takesOverlappingOccurrencesOfOneValueAsOne() {
        known.put("SAME", "aaaaaa");

        assertThat(masked("b" + "a".repeat(50_000) + "b")).isEqualTo("b[SAME]b");
    }

    @Test
    void passesOnBytesThatAreNoText() {
        byte[] bytes = new byte[5000];
        random.nextBytes(bytes);

        assertThat(read(bytes, 7).bytes()).isEqualTo(bytes);
    }

    @Test
    void doesNotCareHowTheTextIsCut() throws JsonProcessingException {
        known.put("OTHER", "é canary\nother+ %41 \\n value");
        known.put("SELF", "abab-abab-");
        String text = text(400);
        byte[] bytes = text.getBytes(UTF_8);
        byte[] whole = read(bytes, bytes.length).bytes();

        assertThat(new String(whole, UTF_8)).contains("[TOKEN]", "[OTHER]", "[SELF]").doesNotContain(VALUE);
        for (int piece : new int[]{1, 2, 3, 7, 64, 1000})
            assertThat(read(bytes, piece).bytes()).as("pieces of %d", piece).isEqualTo(whole);
    }

    @Test
    void accountsForEveryByte() throws JsonProcessingException {
        byte[] bytes = text(200).getBytes(UTF_8);
        Masked masked = read(bytes, 13);

        int names = masked.finds().stream().mapToInt(find -> find.name().text().length() + 2).sum();
        assertThat(masked.bytes().length - names + masked.coveredBytes()).isEqualTo(bytes.length);
    }

    @Test
    void findsWhatAPlainSearchFinds() {
        known.clear();
        for (int number = 0; number < 40; number++)
            known.put("V" + number, randomWord("ab", 6 + random.nextInt(9)));
        for (int round = 0; round < 200; round++) {
            String text = randomWord("abc", 300);
            assertThat(covered(masked(text))).isEqualTo(covered(searched(text)));
        }
    }

    @Test
    void remembersNoMoreThanCouldBecomeAValueHoweverManyLineBreaksFollow() {
        Recognizer recognizer = recognizer();
        Masked masked = new Masked();
        Reading reading = recognizer.reading(masked);
        byte[] start = (Base64.getEncoder().encodeToString(VALUE.getBytes(UTF_8)).substring(0, 12) + "\n\n").getBytes(UTF_8);
        reading.read(start, 0, start.length);

        assertThat(masked.bytes()).isEqualTo(start);
    }

    @Test
    void handsOnWhatIsCertainAtOnce() {
        assertThat(handedOn("x " + VALUE)).isEqualTo("x [TOKEN]");
        assertThat(handedOn("x " + VALUE + "\n")).isEqualTo("x [TOKEN]\n");
        assertThat(handedOn("a line that ends like a value begins: c\n")).isEqualTo("a line that ends like a value begins: c\n");
        assertThat(handedOn("a prompt: cana")).isEqualTo("a prompt: ");
    }

    private String handedOn(String text) {
        Masked masked = new Masked();
        recognizer().reading(masked).read(text.getBytes(UTF_8), 0, text.getBytes(UTF_8).length);
        return masked.text();
    }

    @Test
    void goesOnWithOtherValuesInTheMiddleOfOne() {
        Masked masked = new Masked();
        Reading reading = recognizer().reading(masked);
        known.put("NEW", "canary-new");
        byte[] text = ("x canary-new " + VALUE + " canary-new").getBytes(UTF_8);
        reading.read(text, 0, 20);

        reading = recognizer().take(reading);
        reading.read(text, 20, text.length);
        reading.end();

        assertThat(masked.text()).isEqualTo("x canary-new [TOKEN] [NEW]");
    }

    @Test
    void isWipedWhenTheLastLetsGoAndNotBefore() {
        Recognizer recognizer = recognizer();
        assertThat(recognizer.tryHold()).isTrue();
        recognizer.letGo();
        Masked held = new Masked();
        Reading reading = recognizer.reading(held);
        reading.read(VALUE.getBytes(UTF_8), 0, VALUE.getBytes(UTF_8).length);
        reading.end();
        recognizer.letGo();

        assertThat(held.text()).isEqualTo("[TOKEN]");
        assertThat(recognizer.tryHold()).isFalse();
        Masked wiped = new Masked();
        recognizer.reading(wiped).read(VALUE.getBytes(UTF_8), 0, 10);
        assertThat(wiped.finds()).isEmpty();
    }

    @Test
    void knowsLongValuesToo() {
        String value = randomWord("abcdefghijklmnopqrstuvwxyz", SecretValue.MAX_BYTES);
        known.put("LONG", value);

        assertThat(masked("<" + value + ">")).isEqualTo("<[LONG]>");
        assertFound(wrapped(Base64.getEncoder().encodeToString(("x" + value).getBytes(UTF_8)), 76, "\n"), Encoding.BASE64);
    }

    @Test
    void findsNothingWhenItKnowsNothing() {
        known.clear();

        assertThat(masked("any text %41 \\n")).isEqualTo("any text %41 \\n");
    }

    private void assertFound(String text, Encoding encoding) {
        Masked masked = read(text.getBytes(UTF_8), 5);
        assertThat(masked.finds()).as(text).hasSize(1).allMatch(find -> find.encoding() == encoding);
    }

    private String masked(String text) {
        Masked masked = read(text.getBytes(UTF_8), 4096);
        assertThat(read(text.getBytes(UTF_8), 1).text()).isEqualTo(masked.text());
        return masked.text();
    }

    private Masked read(byte[] bytes, int piece) {
        Masked masked = new Masked();
        Reading reading = recognizer().reading(masked);
        for (int at = 0; at < bytes.length; at += Math.max(1, piece))
            reading.read(bytes, at, Math.min(bytes.length, at + piece));
        reading.end();
        return masked;
    }

    private Recognizer recognizer() {
        return Recognizer.of(known.entrySet().stream()
                .map(entry -> new Known(new VariableName(entry.getKey()), SecretValue.of(entry.getValue()))).toList());
    }

    /** Values in all encodings between pieces of them. */
    private String text(int pieces) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder text = new StringBuilder();
        List<String> values = List.copyOf(known.values());
        for (int number = 0; number < pieces; number++) {
            String value = values.get(random.nextInt(values.size()));
            String written = switch (random.nextInt(6)) {
                case 0 -> value;
                case 1 -> URLEncoder.encode(value, UTF_8);
                case 2 -> json.writeValueAsString(value);
                case 3 -> wrapped(Base64.getEncoder().encodeToString(value.getBytes(UTF_8)), 8, "\n");
                case 4 -> HexFormat.of().formatHex(value.getBytes(UTF_8));
                default -> randomWord("%\\+\nu0041canry ", 30);
            };
            text.append(random.nextInt(3) == 0 ? written.substring(random.nextInt(written.length())) : written);
        }
        return text.toString();
    }

    private String randomWord(String alphabet, int length) {
        return IntStream.range(0, length).mapToObj(at -> Character.toString(alphabet.charAt(random.nextInt(alphabet.length()))))
                .collect(Collectors.joining());
    }

    /** The same by trying every value at every place. */
    private String searched(String text) {
        boolean[] hidden = new boolean[text.length()];
        for (String value : known.values())
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
                Arrays.fill(hidden, at, at + value.length(), true);
        StringBuilder rest = new StringBuilder();
        for (int at = 0; at < text.length(); at++)
            rest.append(hidden[at] ? "[" : text.substring(at, at + 1));
        return rest.toString();
    }

    /** What remains, and where something is missing. */
    private static String covered(String masked) {
        return masked.replaceAll("\\[V\\d+]", "[").replaceAll("\\[+", "[");
    }

    private static String wrapped(String text, int width, String lineBreak) {
        return text.replaceAll("(.{" + width + "})", "$1" + lineBreak.replace("\\", "\\\\"));
    }
}
