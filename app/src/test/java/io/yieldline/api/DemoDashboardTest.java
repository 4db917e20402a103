package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.yieldline.operation.watch.ReportOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** The dashboard of a made-up plant; the docs show its pages. */
@Tag("browser")
class DemoDashboardTest extends EveryPageContract {
    private static final Path PICTURES = Path.of("../docs/pictures");
    private static final boolean WRITE = "write".equals(System.getProperty("yieldline.docs"));

    static Stream<Arguments> windows() {
        return Stream.of(Arguments.of(ColorScheme.LIGHT, 1920, 1080), Arguments.of(ColorScheme.DARK, 390, 844));
    }

    @Override
    ServedPlant plant(Path directory) {
        ServedPlant demo = ServedPlant.demo(directory);
        demo.run(
                new ReportOperation(),
                new ReportOperation.Parameters(
                        ReportOperation.What.DAILY, LocalDate.parse(DAY), null, null, null, false, 1));
        return demo;
    }

    /** Pictures are taken anew with {@code -Dyieldline.docs=write}; otherwise each page must have one. */
    @Test
    void everyPage_hasItsPictureInTheDocs() throws IOException {
        String text = Files.readString(Path.of("../docs/dashboard.md"));
        page.close();
        page = browser.logIn(
                "boss",
                new Browser.NewContextOptions()
                        .setColorScheme(ColorScheme.LIGHT)
                        .setViewportSize(1360, 900));
        open("/account");
        for (String path : plain()) {
            String name = path.substring(1) + ".png";
            if (WRITE) {
                open(shown(path));
                page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
            }
            assertThat(PICTURES.resolve(name)).isNotEmptyFile();
            assertThat(text).contains("](pictures/" + name + ")");
        }
        page.context().close();
    }

    /** A usual day rather than the latest, a Saturday. */
    private String shown(String path) {
        return switch (path) {
            case "/today", "/stations" -> path + "?day=" + DAY;
            case "/packing" -> path + "?from=2025-05-19&to=2025-05-25&week=" + WEEK;
            case "/unit" ->
                path + "?serial="
                        + words("select min(serial_number) from testboard_master_log where verdict = 'fail'")
                                .get(0);
            default -> path;
        };
    }
}
