package io.yieldline.operation;

import io.yieldline.TinyExport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small exports of one day after the other: some come two days late, some correct a row of an earlier day. */
final class MonthOfExports {
    private static final int UNITS = 4;

    private final Path folder;
    private final Random random;
    private final List<String> rows = new ArrayList<>();
    private final List<List<String>> waiting = new ArrayList<>();
    private LocalDate day = LocalDate.of(2025, 6, 1);
    private int number;
    private int late;
    private int corrected;

    MonthOfExports(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
    }

    /** The day of the newest rows, whether their export has come or not. */
    LocalDate day() {
        return day.minusDays(1);
    }

    /** How many exports came late. */
    int late() {
        return late;
    }

    /** How many rows were corrected. */
    int corrected() {
        return corrected;
    }

    /** The exports that come on the next day, in any order. */
    List<Path> next() {
        List<List<String>> exports = new ArrayList<>();
        if (!waiting.isEmpty() && random.nextBoolean()) {
            late += waiting.size();
            exports.addAll(waiting);
            waiting.clear();
        }
        if (!rows.isEmpty() && random.nextBoolean()) {
            corrected++;
            exports.add(0, List.of(corrected(rows.get(random.nextInt(rows.size())))));
        }
        List<String> today = ofDay();
        rows.addAll(today);
        (random.nextInt(3) == 0 ? waiting : exports).add(today);
        day = day.plusDays(1);
        return exports.stream().map(this::written).toList();
    }

    private List<String> ofDay() {
        List<String> made = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            String serial = "17" + day.getDayOfYear() + "0" + unit;
            boolean failed = random.nextInt(4) == 0;
            made.add(TinyExport.row(serial, "FI", day + " 09:0" + unit + ":00", failed ? "Fail" : "Pass"));
            if (!failed) {
                made.add(TinyExport.row(serial, "PACKING", day + " 10:0" + unit + ":00", "Pass"));
            }
        }
        return made;
    }

    private static String corrected(String row) {
        return row.endsWith("Pass") ? row.replaceFirst("Pass$", "Fail") : row.replaceFirst("Fail$", "Pass");
    }

    private Path written(List<String> export) {
        return TinyExport.write(folder.resolve("export-" + ++number + ".csv"), export.toArray(String[]::new));
    }
}
