package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.UserError;
import io.yieldline.plant.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorLogTest {
    @TempDir
    Path temp;

    private Home home;
    private ErrorLog log;

    @BeforeEach
    void makeHome() throws IOException {
        home = new Home(temp);
        Files.createFile(home.settingsFile());
        log = ErrorLog.of(home, InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z")));
    }

    @Test
    void whatTheUserCanPutRightIsNotKept() {
        assertThat(log.explain(new UserError("no such file"))).isEqualTo("no such file");
        assertThat(home.errorLog()).doesNotExist();
    }

    @Test
    void ourOwnMistakesAreKeptWhole() {
        assertThat(log.explain(new IllegalStateException("first line\nsecond line")))
                .isEqualTo(
                        "unexpected error: IllegalStateException: first line; the details are in " + home.errorLog());
        assertThat(log.explain(new NullPointerException()))
                .isEqualTo("unexpected error: NullPointerException; the details are in " + home.errorLog());
        assertThat(home.errorLog())
                .content()
                .startsWith("2025-04-21T12:00:00Z java.lang.IllegalStateException: first line\nsecond line\n\tat ")
                .contains("2025-04-21T12:00:00Z java.lang.NullPointerException\n\tat ");
    }

    @Test
    void aFullLogMakesRoomAndIsKept() throws IOException {
        Files.createDirectories(home.errorLog().getParent());
        Files.write(home.errorLog(), new byte[5_000_001]);
        log.explain(new IllegalStateException("next"));
        assertThat(home.errorLog()).content().startsWith("2025-04-21T12:00:00Z ");
        assertThat(home.errorLog().resolveSibling("errors.log.1")).hasSize(5_000_001);
    }

    @Test
    void aLogThatCannotBeWrittenLosesNothing() throws IOException {
        Files.createFile(temp.resolve("logs"));
        assertThat(log.explain(new IllegalStateException("boom")))
                .startsWith("unexpected error: IllegalStateException: boom; the details could not be written to ")
                .contains("\tat io.yieldline.operation.ErrorLogTest.");
    }
}
