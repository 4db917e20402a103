package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser on a served plant; it keeps a list of everything that goes wrong in its pages. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(int port) {
        this.address = "http://localhost:" + port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** Skips the calling test where there is no browser. */
    static void assumeThere() {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no " + PROGRAM + " here");
    }

    /** Starts it. */
    static Chromium on(ServedPlant plant) {
        return new Chromium(plant.port());
    }

    /** A new window without memory of others, in which somebody is logged in. */
    Page logIn(String user, Browser.NewContextOptions options) {
        Page page = window(options);
        page.navigate(address("/today"));
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(ServedPlant.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForSelector("nav[aria-label=Pages]");
        return page;
    }

    Page logIn(String user) {
        return logIn(user, new Browser.NewContextOptions());
    }

    /** A new window of nobody. */
    Page window(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.onRequest(request -> {
            if (!request.url().startsWith(address + "/") && request.url().startsWith("http")) {
                complaints.add("asks for " + request.url());
            }
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onDialog(dialog -> {
            complaints.add("opens a dialog: " + dialog.message());
            dialog.dismiss();
        });
        return context.newPage();
    }

    /** Opens a page of the dashboard and waits until it stands there. */
    void open(Page page, String path) {
        page.navigate(address(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForCondition(() -> page.locator(".loading").count() == 0);
    }

    String address(String path) {
        return address + path;
    }

    /**
     * Errors of scripts, what the content security policy stopped, dialogs, and requests that leave the server, since the last
     * time; a test that provokes one takes it out.
     */
    List<String> complaints() {
        return complaints;
    }

    /** Fails when anything went wrong, and forgets it. */
    void nothingWentWrong() {
        List<String> found = List.copyOf(complaints);
        complaints.clear();
        assertThat(found).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
