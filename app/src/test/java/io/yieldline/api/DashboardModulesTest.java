package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The unit tests of the dashboard's modules, {@code src/test/js/*.test.js}, run in the browser that the dashboard runs in. */
@Tag("browser")
class DashboardModulesTest extends BrowserSuite {
    private static final Path TESTS = Path.of("src/test/js");
    private static final String NAMES = "(file) => import(file).then((tests) => Object.keys(tests.default))";
    private static final String RUN = "([file, name]) => import(file).then((tests) => tests.default[name]())";

    private Page page;
    private String folder;

    @Override
    ServedPlant plant(Path empty) throws IOException {
        return ServedPlant.on(empty);
    }

    /** The tests are given out as if they stood in a folder beside the modules, so that they import them as these do each other. */
    @BeforeAll
    void giveOutTests() {
        page = browser.window(new Browser.NewContextOptions());
        Matcher build =
                Pattern.compile("/web/[0-9a-f]{16}/").matcher(plant.get("//").text());
        assertThat(build.find()).isTrue();
        folder = build.group() + "tests/";
        page.route("**" + folder + "*.js", DashboardModulesTest::file);
        page.navigate(browser.address("/web/vendor/LICENCES.txt"));
    }

    private static void file(Route route) {
        String name = route.request().url().replaceAll(".*/", "");
        route.fulfill(
                new Route.FulfillOptions().setContentType("text/javascript").setPath(TESTS.resolve(name)));
    }

    @TestFactory
    Stream<DynamicContainer> modules() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(this::tests);
        }
    }

    private DynamicContainer tests(String file) {
        List<?> names = (List<?>) page.evaluate(NAMES, folder + file);
        assertThat(names).as(file).isNotEmpty();
        return dynamicContainer(
                file,
                names.stream()
                        .map(name ->
                                dynamicTest(name.toString(), () -> page.evaluate(RUN, List.of(folder + file, name)))));
    }
}
