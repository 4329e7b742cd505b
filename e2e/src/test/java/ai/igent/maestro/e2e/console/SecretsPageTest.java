package ai.igent.maestro.e2e.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import ai.igent.maestro.local.Options;
import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.test.Canary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A person with a real browser: signs in at the issuer, finds the own secrets, signs out. */
class SecretsPageTest {
    private static final Canary VALUE = Canary.named("console");
    private static final String REGISTER = """
            values => fetch('/api/vault/v1/secret-sets', {
                method: 'POST',
                headers: {'Content-Type': 'application/json', 'X-Requested-With': 'JavaScript'},
                body: JSON.stringify({integration: 'aws', account: 'AWS_PROD', environment: 'production', values}),
            }).then(answer => answer.status)""";
    private static final String WATCH_POLICY = """
            window.violations = [];
            document.addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
            """;

    @TempDir
    static Path state;
    private static Stack stack;
    private static Chromium chromium;

    private final List<String> errors = new ArrayList<>();
    private BrowserContext visitor;

    @BeforeAll
    static void start() {
        stack = Stack.start(Options.forTest(state).only(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.VAULT, Part.CONSOLE));
        chromium = Chromium.start();
        try (var context = chromium.newVisitor(ColorScheme.LIGHT)) {
            Page page = signIn(context.newPage(), "alice", "/");
            assertThat(page.evaluate(REGISTER, Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", VALUE.text())))
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void stop() {
        if (chromium != null)
            chromium.close();
        if (stack != null)
            stack.close();
    }

    @BeforeEach
    void visit() {
        visitor = chromium.newVisitor(ColorScheme.LIGHT);
    }

    @AfterEach
    void leave() {
        visitor.close();
        assertThat(errors).as("errors in the browser's console").isEmpty();
    }

    @Test
    void listsTheOwnSecretsWithoutTheirValues() {
        Page page = signIn(newPage(), "alice", "/");

        var row = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("AWS_SECRET_ACCESS_KEY"));
        assertThat(row).containsText("AWS_PROD");
        assertThat(row).containsText("production");
        assertThat(row).containsText("You");
        assertThat(page.getByText("AWS_REGION")).isVisible();
        assertThat(VALUE.isIn(page.content())).as("the value is in the page").isFalse();
    }

    @Test
    void showsNobodyElsesSecrets() {
        Page page = signIn(newPage(), "carol", "/secrets");

        assertThat(page.getByText("No secrets yet")).isVisible();
    }

    @Test
    void findsASecretByWhatIsTyped() {
        Page page = signIn(newPage(), "alice", "/secrets");
        assertThat(page.getByText("AWS_REGION")).isVisible();

        page.getByRole(AriaRole.SEARCHBOX).fill("access_key");

        assertThat(page.getByText("AWS_REGION")).isHidden();
        assertThat(page.getByText("AWS_ACCESS_KEY_ID")).isVisible();
    }

    @Test
    void leadsBackToTheAddressThatWasAskedFor() {
        Page page = signIn(newPage(), "alice", "/secrets?filter=region");

        assertThat(page.getByText("AWS_REGION")).isVisible();
        assertThat(page.url()).isEqualTo(address("/secrets?filter=region"));
    }

    @Test
    void asksForASignInAgainAfterSigningOut() {
        Page page = signIn(newPage(), "alice", "/secrets");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign out")).click();
        assertThat(page.getByText("You are signed out")).isVisible();

        page.navigate(address("/secrets"));
        assertThat(page.url()).startsWith(stack.url(Part.ISSUER).toString());
    }

    @Test
    void canBeUsedWithTheKeyboardAlone() {
        Page page = signIn(newPage(), "alice", "/secrets");
        assertThat(page.getByText("AWS_REGION")).isVisible();

        List<String> reached = new ArrayList<>();
        for (int stop = 0; stop < 6; stop++) {
            page.keyboard().press("Tab");
            reached.add((String) page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent"));
        }

        assertThat(reached).containsExactly("Skip to content", "Secrets", "Use the dark theme", "Sign out", "Filter secrets",
                "Your secrets");
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void isAccessibleInBothThemes(ColorScheme scheme) {
        visitor.close();
        visitor = chromium.newVisitor(scheme);
        Page page = signIn(newPage(), "alice", "/secrets");
        assertThat(page.getByText("AWS_REGION")).isVisible();

        assertThat(findings(page)).isEmpty();
        page.navigate(address("/signed-out"));
        assertThat(page.getByText("You are signed out")).isVisible();
        assertThat(findings(page)).isEmpty();
    }

    @Test
    void needsNothingThatItsSecurityPolicyForbids() {
        visitor.addInitScript(WATCH_POLICY);
        Page page = signIn(newPage(), "alice", "/secrets");
        assertThat(page.getByText("AWS_REGION")).isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use the dark theme")).click();

        assertThat(page.evaluate("window.violations")).isEqualTo(List.of());
    }

    private Page newPage() {
        Page page = visitor.newPage();
        page.onPageError(errors::add);
        return page;
    }

    private static Page signIn(Page page, String person, String path) {
        page.navigate(address(path));
        page.locator("button[name=username][value=" + person + "]").click();
        page.waitForURL(address("/**"));
        return page;
    }

    private static String address(String path) {
        return stack.url(Part.CONSOLE) + path;
    }

    private static List<String> findings(Page page) {
        return new AxeBuilder(page).analyze().getViolations().stream().map(rule -> rule.getId() + " " + rule.getNodes()).toList();
    }
}
