package io.yieldline.api;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How long the first page takes in a real browser, from the start of the navigation until its tiles and charts stand there. */
final class FirstPage {
    static final int AIM = 1_500;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Milliseconds in which the browser reads the scripts of a new window's own tabs and buttons, which belong to no page. */
    private static final int WINDOW_OPENS = 2_000;

    /** Asked at each frame; the canvases are those of the two charts of the page. */
    private static final String STANDS =
            "() => document.querySelector('[data-tile]') && !document.querySelector('.loading')"
                    + " && document.querySelectorAll('.chart canvas').length >= 2 && performance.now()";

    private FirstPage() {}

    /** Measures some loads with nothing in the browser's cache and some with all in it; returns whether both are fast enough. */
    static boolean measure(String address, int loads) {
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser browser = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")));
            String session = session(browser, address);
            double[] cold = new double[loads];
            double[] warm = new double[loads];
            for (int i = 0; i < loads; i++) {
                try (BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setStorageState(session))) {
                    Page page = context.newPage();
                    page.waitForTimeout(WINDOW_OPENS);
                    cold[i] = load(page, address);
                    load(page, address);
                    warm[i] = load(page, address);
                }
            }
            boolean coldInTime = print("cold", cold);
            return print("warm", warm) && coldInTime;
        }
    }

    private static double load(Page page, String address) {
        page.navigate(address + "/today");
        return ((Number) page.waitForFunction(STANDS).jsonValue()).doubleValue();
    }

    private static String session(Browser browser, String address) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(address + "/today");
            page.getByLabel("User").fill(BenchedServer.USER);
            page.getByLabel("Password").fill(BenchedServer.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                    .click();
            page.waitForFunction(STANDS);
            return context.storageState();
        }
    }

    private static boolean print(String cache, double[] took) {
        boolean met = Timings.median(took) < AIM;
        System.out.printf(
                "/today, %s cache: median %.0f ms, longest %.0f ms of %d loads; aim %d ms: %s%n",
                cache,
                Timings.median(took),
                Arrays.stream(took).max().orElseThrow(),
                took.length,
                AIM,
                met ? "met" : "MISSED");
        return met;
    }
}
