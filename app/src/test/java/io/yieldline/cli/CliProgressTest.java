package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CliProgressTest {
    private final StringWriter err = new StringWriter();

    @Test
    void linesWhereNobodyWatches() {
        tell(false, false);
        assertThat(err).hasToString("check counts\na note\n");
    }

    @Test
    void oneLineThatIsWipedOnATerminal() {
        tell(true, false);
        assertThat(err).hasToString("\r\u001b[K[1/2] packing_daily\r\u001b[K[2/2] fixture_daily\r\u001b[Ka note\n");
    }

    @Test
    void nothingWhenQuiet() {
        tell(false, true);
        assertThat(err).hasToString("");
    }

    private void tell(boolean terminal, boolean quiet) {
        try (CliProgress progress =
                new CliProgress(new PrintWriter(err, true), terminal, quiet, "yieldline --home plant")) {
            progress.begins("check counts");
            progress.begins("packing_daily", 1, 2);
            progress.begins("fixture_daily", 2, 2);
            progress.note("a note");
        }
    }
}
