package io.yieldline.scale;

import io.yieldline.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a run does and did for one plant, in lines for people. */
final class PlantReport {
    private final String plant;
    private final Consumer<String> progress;
    private final List<String> remarks = new ArrayList<>();
    private long known;
    private long loaded;
    private long parked;
    private long rejected;
    private long days;
    private Map<Long, Map<String, Long>> fates = Map.of();
    private @Nullable String snapshot;

    /**
     * A report of a run that begins.
     *
     * @param progress takes a line as soon as a part of the work begins that can last long
     */
    PlantReport(String plant, Consumer<String> progress) {
        this.plant = plant;
        this.progress = progress;
    }

    void begins(String work) {
        progress.accept(plant + ": " + work);
    }

    void remark(String line) {
        remarks.add(line);
    }

    void known(long more) {
        known += more;
    }

    void taken(String name, @Nullable String reason, Map<String, @Nullable String> entry) {
        if (reason == null) {
            loaded++;
            rejected += number(entry, "rejected_count");
            attention(entry).forEach(line -> remarks.add(name + ": " + line));
        } else {
            parked++;
            remarks.add(name + ": parked, " + reason);
        }
    }

    /** What somebody should know of an export that was loaded. */
    private static List<String> attention(Map<String, @Nullable String> entry) {
        List<String> lines = new ArrayList<>();
        if (number(entry, "rejected_count") > 0) {
            lines.add(Counted.of(number(entry, "rejected_count"), "rejected row"));
        }
        if (number(entry, "purged_count") > 0) {
            lines.add(Counted.of(number(entry, "purged_count"), "row") + " older than the retention limit");
        }
        told(entry, "unknown_columns").ifPresent(columns -> lines.add("left out unknown columns " + columns));
        told(entry, "remarks").ifPresent(lines::add);
        told(entry, "cleaned_cells").ifPresent(cells -> lines.add("cleaned " + cells));
        return lines;
    }

    private static long number(Map<String, @Nullable String> entry, String column) {
        return Long.parseLong(String.valueOf(entry.get(column)));
    }

    private static Optional<String> told(Map<String, @Nullable String> entry, String column) {
        return Optional.ofNullable(entry.get(column)).filter(text -> !text.isEmpty());
    }

    void counts(Map<Long, Map<String, Long>> byExport) {
        fates = byExport;
    }

    void changed(long changedDays) {
        days = changedDays;
    }

    void snapshot(String name) {
        snapshot = name;
    }

    /** The exports that were parked. */
    long parked() {
        return parked;
    }

    /** The lines, the last one with all counts. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        remarks.forEach(remark -> lines.add("  " + remark));
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s loaded, %,d known, %,d parked: %,d new, %,d duplicate, %,d revised, %,d outdated, %,d rejected; %s",
                plant,
                Counted.of(loaded, "export"),
                known,
                parked,
                sum("new"),
                sum("seen"),
                sum("won"),
                sum("lost"),
                rejected,
                snapshot == null ? "nothing changed" : Counted.of(days, "day") + " changed, snapshot " + snapshot));
        return lines;
    }

    private long sum(String fate) {
        return fates.values().stream()
                .mapToLong(counts -> counts.getOrDefault(fate, 0L))
                .sum();
    }
}
