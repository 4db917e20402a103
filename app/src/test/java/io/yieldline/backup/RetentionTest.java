package io.yieldline.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.store.Manifest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which backups stay. */
class RetentionTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);

    @Test
    void aYearOfNightsLeavesDaysWeeksAndMonths() {
        List<Backup> nights = IntStream.range(0, 365)
                .mapToObj(back -> backup(TODAY.minusDays(back).atTime(22, 0), null, true))
                .toList();
        List<Backup> expired = expired(new BackupSettings(3, 2, 4), nights);
        assertThat(nights.stream().filter(backup -> !expired.contains(backup)).map(Backup::name))
                .containsExactly(
                        "20250602-220000", "20250601-220000", "20250531-220000", "20250430-220000", "20250331-220000");
    }

    @Test
    void theNewestVerifiedOneStaysWhateverTheSettingsSay() {
        Backup old = backup(TODAY.minusYears(3).atStartOfDay(), null, true);
        Backup damaged = backup(TODAY.minusDays(2).atStartOfDay(), null, false);
        assertThat(expired(new BackupSettings(0, 0, 0), List.of(damaged, old))).isEmpty();
    }

    @Test
    void allOfTodayAndWhatUndoesARunStay() {
        Backup morning = backup(TODAY.atTime(8, 0), null, true);
        Backup noon = backup(TODAY.atTime(12, 0), null, true);
        Backup beforeWipe = backup(TODAY.minusDays(1).atTime(8, 0), 7L, true);
        Backup sameDay = backup(TODAY.minusDays(1).atTime(9, 0), null, true);
        Backup longAgo = backup(TODAY.minusDays(9).atTime(8, 0), 3L, true);
        assertThat(expired(new BackupSettings(2, 0, 0), List.of(morning, noon, beforeWipe, sameDay, longAgo)))
                .containsExactly(longAgo);
    }

    private static List<Backup> expired(BackupSettings settings, List<Backup> backups) {
        return new Retention(settings, TODAY).expired(backups);
    }

    private static Backup backup(LocalDateTime at, @Nullable Long run, boolean verified) {
        String name = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(at);
        return new Backup(
                name,
                new Manifest(at, "plant", "DuckDB", 4, "", "", 0, "test", run, List.of()),
                Path.of(name),
                table -> List.of(),
                verified ? at : null,
                verified ? null : "export is missing");
    }
}
