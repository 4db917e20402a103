package io.yieldline.operation;

import io.yieldline.Counted;
import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.backup.Backup;
import io.yieldline.backup.Backups;
import io.yieldline.backup.Restore;
import io.yieldline.mart.PlantParts;
import io.yieldline.warehouse.DatabaseFault;
import io.yieldline.warehouse.WarehouseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fills a new database from the newest backup that can be read, and says what is lost. */
final class BackupFill {
    private static final String KEPT =
            "users, tokens, runs, published reports, saved queries, subscriptions, audit trail and alerts";

    /** What only the database knows, by table. */
    private static final Map<String, String> NOUNS = nouns();

    private final PlantParts parts;
    private final Map<String, Long> before;
    private final PartProgress progress;
    private final List<String> told = new ArrayList<>();

    private BackupFill(PlantParts parts, Map<String, Long> before, PartProgress progress) {
        this.progress = progress;
        this.parts = parts;
        this.before = before;
    }

    /**
     * For a new database.
     *
     * @param before the number of rows in the tables of the old one, as far as they can be read
     * @param progress is told each table
     */
    static BackupFill of(OpenPlant fresh, Map<String, Long> before, PartProgress progress) {
        return new BackupFill(fresh.parts(), before, progress);
    }

    /**
     * Fills the tables about the program and its users, and returns what to tell the user.
     *
     * @param data whether to fill all tables; what was wiped or purged since stays out, so that everything is then left to the archive
     */
    List<String> fill(boolean data) {
        Backups backups = new Backups(parts.plant(), parts.clock(), progress);
        Optional<Backup> used = backups.all().stream()
                .filter(Backup::verified)
                .filter(backup -> filled(backup, backups, data))
                .findFirst();
        told.add(used.map(backup -> KEPT + " come from backup " + backup.name())
                .orElse("no backup can be used; " + KEPT
                        + " of the damaged database are lost; records come from the archive"));
        told.add(lost(used.isPresent()));
        return told;
    }

    /** A backup that cannot be used leaves the database as it was, for the next older one. */
    private boolean filled(Backup backup, Backups backups, boolean data) {
        try {
            Backup usable = Restore.usable(backups, backup, parts.warehouse());
            Restore restore = new Restore(parts, usable, progress, () -> {});
            if (data && restore.holdsNothingWiped()) {
                restore.whole();
            } else {
                restore.journals();
            }
            return true;
        } catch (DatabaseFault e) {
            throw e;
        } catch (UserError | WarehouseException e) {
            told.add("backup " + backup.name() + " was not used: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return false;
        }
    }

    private String lost(boolean fromBackup) {
        String since = fromBackup ? "lost, because it is newer than this backup: " : "lost: ";
        List<String> counts = new ArrayList<>();
        NOUNS.forEach((table, noun) -> missing(table).ifPresent(rows -> counts.add(Counted.of(rows, noun))));
        String uncounted = NOUNS.entrySet().stream()
                .filter(table -> !before.containsKey(table.getKey()))
                .map(table -> Counted.plural(table.getValue()))
                .collect(Collectors.joining(", "));
        if (!uncounted.isEmpty()) {
            counts.add("an unknown number of " + uncounted + " (the damaged database cannot be read there)");
        }
        return counts.isEmpty() ? "nothing else is lost" : since + String.join(", ", counts);
    }

    private Optional<Long> missing(String table) {
        long now = parts.warehouse().read(session -> session.number("select count(*) from " + table));
        return Optional.ofNullable(before.get(table)).map(rows -> rows - now).filter(rows -> rows > 0);
    }

    private static Map<String, String> nouns() {
        Map<String, String> nouns = new LinkedHashMap<>();
        nouns.put("app_user", "user");
        nouns.put("api_token", "token");
        nouns.put("run", "run");
        nouns.put("report", "published report");
        nouns.put("saved_query", "saved query");
        nouns.put("subscription", "subscription");
        nouns.put("audit", "audit record");
        nouns.put("alert", "alert");
        return nouns;
    }
}
