package io.yieldline.backup;

import io.yieldline.feed.Calendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Selects expired backups. Never the newest verified one, and never damaged ones, which need inspection. */
final class Retention {
    private final BackupSettings settings;
    private final LocalDate today;

    Retention(BackupSettings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    /** The expired backups. */
    List<Backup> expired(List<Backup> backups) {
        List<Backup> verified = backups.stream()
                .filter(Backup::verified)
                .sorted(Comparator.comparing(Backup::name).reversed())
                .toList();
        Set<Backup> kept = new HashSet<>();
        verified.stream().limit(1).forEach(kept::add);
        verified.stream().filter(this::recent).forEach(kept::add);
        keep(verified, settings.keepDaily(), day -> day, kept);
        keep(verified, settings.keepWeekly(), Calendar::week, kept);
        keep(verified, settings.keepMonthly(), YearMonth::from, kept);
        return verified.stream().filter(backup -> !kept.contains(backup)).toList();
    }

    /** Keeps all backups of today and, for the number of daily backups, all backups before changes. */
    private boolean recent(Backup backup) {
        LocalDate day = backup.takenAt().toLocalDate();
        return day.equals(today) || backup.beforeChange() && day.isAfter(today.minusDays(settings.keepDaily()));
    }

    private static void keep(List<Backup> verified, int most, Function<LocalDate, Object> period, Set<Backup> kept) {
        Map<Object, Backup> newest = new LinkedHashMap<>();
        verified.forEach(
                backup -> newest.putIfAbsent(period.apply(backup.takenAt().toLocalDate()), backup));
        newest.values().stream().limit(most).forEach(kept::add);
    }
}
