package ai.igent.maestro.e2e.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** The machine's Chromium, without a screen and without calls of its own to the outside. */
public final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright,
                playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(installed()).setArgs(QUIET)));
    }

    /** A browser window of somebody who was never here. */
    public BrowserContext newVisitor(ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static Path installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("MAESTRO_CHROMIUM")), PLACES.stream()).map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium found; install it (apt-get install chromium) or set MAESTRO_CHROMIUM."));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
