package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates and the order of file names. */
class ExportNameTest {
    @ParameterizedTest
    @CsvSource({
        "report_05_01_2025_to_05_03_2025.xls, 2025-05-03",
        "2025-06-03.csv, 2025-06-03",
        "exports/2024-01-01/day 20250603.csv, 2025-06-03",
        "log20250603_1754.csv, 2025-06-03",
        "log202506031754.csv, 2025-06-03",
        "log-20250603175400.csv, 2025-06-03",
        "Bericht 3.6.2025.csv, 2025-06-03",
        "report 23-06-2025.csv, 2025-06-23",
        "C:\\exports\\2025_06_03 corrected.csv, 2025-06-03"
    })
    void latestDate(String name, LocalDate date) {
        assertThat(ExportName.latestDate(name)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "report.csv",
        "1654025050001.csv",
        "2025-13-03.csv",
        "2025-06.csv",
        "20250603/report.csv",
        "692-2506-0200.csv"
    })
    void noDate(String name) {
        assertThat(ExportName.latestDate(name)).isEmpty();
    }

    @Test
    void older_isFirst() {
        List<String> names = List.of(
                "z/report.csv",
                "a/report (2).csv",
                "a/report (10).csv",
                "c/2025-06-02.csv",
                "b/2025-06-03.csv",
                "b/2025-06-03_corrected.csv");

        assertThat(names.stream().sorted(java.util.Comparator.reverseOrder()).sorted(ExportName.OLDER_FIRST))
                .containsExactlyElementsOf(names);
    }
}
