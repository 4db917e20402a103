package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yieldline.source.SourceException.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No reader of any format escapes the CPU time of a file, or goes on when it is stopped. */
class ReadingBudgetTest {
    private static final int NUMBER = 0x203;
    private static final Duration AMPLE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    /** Large enough that each reader passes many checks. */
    private enum Sample {
        XLSX,
        XLSX_TEXTS,
        XLS,
        CSV,
        HTML,
        MHTML,
        SPREADSHEETML;

        Path write(Path folder) {
            return switch (this) {
                case XLSX ->
                    XlsxFile.ofRows("<row><c t='str'><v>a</v></c></row>".repeat(50_000))
                            .stored()
                            .write(folder, "a");
                case XLSX_TEXTS ->
                    XlsxFile.ofCells("<c><v>1</v></c>")
                            .with("xl/sharedStrings.xml", "<sst>" + "<si><t>abc</t></si>".repeat(50_000) + "</sst>")
                            .write(folder, "a");
                case XLS -> numbers(20_000).write(folder, "a");
                case CSV -> Exports.text(folder, "a", "a,b,c\n".repeat(100_000));
                case HTML -> Exports.text(folder, "a", "<table>" + "<tr><td>a</td></tr>".repeat(50_000) + "</table>");
                case MHTML ->
                    Exports.text(
                            folder,
                            "a",
                            "MIME-Version: 1.0\n\n<table>" + "<tr><td>a</td></tr>".repeat(50_000) + "</table>");
                case SPREADSHEETML ->
                    Exports.text(
                            folder,
                            "a",
                            "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table>"
                                    + "<Row><Cell><Data>a</Data></Cell></Row>".repeat(20_000)
                                    + "</Table></Worksheet></Workbook>");
            };
        }
    }

    private static BiffFile numbers(int rows) {
        BiffFile file = new BiffFile();
        for (int row = 0; row < rows; row++) {
            file.cell(NUMBER, row, 0, new byte[8]);
        }
        return file;
    }

    private static ReadingBudget budget(Duration cpu, BooleanSupplier stopped) {
        return new ReadingBudget(cpu, Long.MAX_VALUE, TextMemory.upTo(1 << 28), stopped);
    }

    private static int read(Path file, ReadingBudget budget) throws SourceException {
        try (RowReader reader = Source.open(file, budget)) {
            int rows = 0;
            while (reader.next() != null) {
                rows++;
            }
            return rows;
        }
    }

    @ParameterizedTest
    @EnumSource
    void cpuTime_isUsedUp(Sample sample) {
        SourceException refusal = catchThrowableOfType(
                SourceException.class, () -> read(sample.write(folder), budget(Duration.ZERO, () -> false)));

        assertThat(refusal.fault()).isEqualTo(Fault.TOO_SLOW);
        assertThat(refusal)
                .hasMessage("reading takes more than 0 s of CPU time, far more than an export of this size needs;"
                        + " export the file again");
    }

    @ParameterizedTest
    @EnumSource
    void reading_isStoppedAtAnyCheck(Sample sample) throws Exception {
        Path file = sample.write(folder);
        AtomicInteger asked = new AtomicInteger();
        read(file, budget(AMPLE, () -> asked.incrementAndGet() < 0));
        int checks = asked.get();

        for (int part = 0; part < 10; part++) {
            int last = checks * part / 10;
            AtomicInteger left = new AtomicInteger(last);
            SourceException refusal = catchThrowableOfType(
                    SourceException.class, () -> read(file, budget(AMPLE, () -> left.getAndDecrement() <= 0)));
            assertThat(refusal.fault()).as("at check %d of %d", last, checks).isEqualTo(Fault.STOPPED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reading_endsWhenItsThreadIsInterrupted(Sample sample) {
        Path file = sample.write(folder);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> read(file, budget(AMPLE, () -> false))).isInstanceOf(SourceException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void cpuTime_growsWithTheFile() {
        assertThat(ReadingBudget.cpuFor(Sample.CSV.write(folder))).isEqualTo(Duration.ofSeconds(60));
        assertThat(ReadingBudget.cpuFor(Exports.text(folder, "b", "x".repeat(5 << 20))))
                .isEqualTo(Duration.ofSeconds(110));
    }

    @Test
    void charactersOfAllRows_areBounded() {
        Path file = XlsxFile.ofRows("<row><c t='s'><v>0</v></c></row>".repeat(10_000))
                .withStrings("<t>" + "x".repeat(4_000) + "</t>")
                .stored()
                .write(folder, "a");
        SourceException refusal = catchThrowableOfType(
                SourceException.class,
                () -> read(file, new ReadingBudget(AMPLE, 16 << 20, TextMemory.upTo(1 << 20), () -> false)));

        assertThat(refusal)
                .hasMessage("the cells have more than 16 million characters, far more than a file of this size needs;"
                        + " export the file again");
    }

    @Test
    void textsOfAWorkbook_areBounded() {
        SourceException refusal = catchThrowableOfType(
                SourceException.class,
                () -> read(
                        Sample.XLSX_TEXTS.write(folder),
                        new ReadingBudget(AMPLE, Long.MAX_VALUE, TextMemory.upTo(1 << 20), () -> false)));

        assertThat(refusal)
                .hasMessage("the texts of the workbook need more than 1 MB of memory; increase YIELDLINE_HEAP,"
                        + " or export a shorter period");
    }
}
