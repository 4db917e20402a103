package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real browser on a served plant; it keeps a list of everything that goes wrong in its pages. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    /** Each new window would read the scripts of its address bar's lists, which takes more than our pages do. */
    private static final String WITHOUT_POPUPS = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup";

    /** Counts what a page has asked for and has no answer to. */
    private static final String COUNT = "const ask = window.fetch; window.asked = 0;"
            + " window.fetch = (...all) => { window.asked += 1;"
            + " return ask(...all).finally(() => setTimeout(() => { window.asked -= 1; }, 60)); };";

    private static final String STANDS = "() => document.querySelector('h1') && window.asked === 0"
            + " && !document.querySelector('.loading')"
            + " && [...document.querySelectorAll('.canvas')].every((each) => each.querySelector('canvas'))";

    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, BrowserContext> windows = new HashMap<>();

    private Chromium(int port) {
        this.address = "http://localhost:" + port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-background-networking", WITHOUT_POPUPS)));
    }

    /** Skips the calling test where there is no browser. */
    static void assumeThere() {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no " + PROGRAM + " here");
    }

    /** Starts it. */
    static Chromium on(ServedPlant plant) {
        return new Chromium(plant.port());
    }

    /** A new window in which somebody is logged in; the first time by the form, then by the session that it opened. */
    Page logIn(String user, Browser.NewContextOptions options) {
        return window(options.setStorageState(sessions.computeIfAbsent(user, this::session)));
    }

    private String session(String user) {
        Page page = window(new Browser.NewContextOptions());
        page.navigate(address("/account"));
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(ServedPlant.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForSelector("nav[aria-label=Pages]");
        String session = page.context().storageState();
        page.context().close();
        return session;
    }

    Page logIn(String user) {
        return logIn(user, new Browser.NewContextOptions());
    }

    /** A new tab of the one window in which somebody is logged in: what one tab has read of the dashboard, the others need not. */
    Page tab(String user) {
        return windows.computeIfAbsent(user, any -> logIn(user).context()).newPage();
    }

    /** A new window of nobody. */
    Page window(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.addInitScript(COUNT);
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
        page.waitForFunction(STANDS);
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
