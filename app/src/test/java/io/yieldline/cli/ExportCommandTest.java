package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marts as files. */
class ExportCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
    }

    @Test
    void writesAllMartsAsCsv() throws IOException {
        Path folder = temp.resolve("out");
        Ran ran = cli.run("-q", "export", "--folder", folder.toString());
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("TEMP/out/packing_daily.csv  1 row\n").endsWith("14 files written, 19 rows.\n");
        assertThat(folder.resolve("packing_daily.csv"))
                .hasContent("day,model,part_number,packed\n2025-04-16,Tesla SXM4,692-1,1\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(14);
        }
    }

    @Test
    void writesAViewAsWorkbook() throws IOException {
        Path folder = temp.resolve("out");
        Ran ran = cli.run("-q", "export", "packing_weekly", "--format", "xlsx", "--folder", folder.toString());
        assertThat(ran).isEqualTo(new Ran(0, """
                TEMP/out/packing_weekly.xlsx  1 row
                1 file written, 1 row.
                """, ""));
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("packing_weekly.xlsx").toFile())) {
            List<String> rows = workbook.getFirstSheet().read().stream()
                    .map(row -> row.getCellText(0) + " " + row.getCellText(1) + " " + row.getCellText(2))
                    .toList();
            assertThat(rows).containsExactly("week model packed", "2025-W16 Tesla SXM4 1");
        }
    }

    @Test
    void writesNothingWhenANameIsWrong() {
        Path folder = temp.resolve("out");
        Ran ran = cli.run("export", "packing_daily", "nothing", "--folder", folder.toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(folder).doesNotExist();
    }
}
