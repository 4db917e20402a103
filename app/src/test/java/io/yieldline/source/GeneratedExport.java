package io.yieldline.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up export of the feed {@code workstation}, of which each record is known: in one of all formats, laid out and soiled as the
 * seed wants it.
 */
final class GeneratedExport {
    private static final List<String> HEADER = List.of(
            "SN",
            "PN",
            "Model",
            "Workstation Name",
            "History station start time",
            "History station end time",
            "Service Flow",
            "History station passing status",
            "operator");
    private static final String[] STATIONS = {"FI", "PACKING", "VI2", "BAT REPAIR"};
    private static final String[] STATUSES = {"Pass", "Fail", ""};
    private static final int MOST_SOILED = 4;

    private final long seed;
    private final Random random;
    private final ExportForm form;
    private final List<Dirt> dirts;
    private final Map<String, Known> records = new LinkedHashMap<>();

    GeneratedExport(long seed) {
        this.seed = seed;
        // The first numbers of neighbouring seeds are nearly equal.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.form = pick(ExportForm.values());
        List<Dirt> possible = new ArrayList<>(
                Stream.of(Dirt.values()).filter(dirt -> dirt.fits(form)).toList());
        Collections.shuffle(possible, random);
        this.dirts = possible.subList(0, random.nextInt(Math.min(MOST_SOILED, possible.size() + 1)));
    }

    /** Writes the file. */
    Path write(Path folder) {
        List<List<Object>> rows = new ArrayList<>();
        int count = 8 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            rows.add(row(i));
        }
        Layout layout = new Layout(random, form, HEADER);
        return form.write(folder, "export-" + seed, layout.tables(rows), layout.sheets());
    }

    private List<Object> row(int number) {
        String serial = "%04d%05d%04d".formatted(1654, seed % 100_000, number);
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                serial,
                "692-2G520-020" + random.nextInt(10) + "-5R0",
                random.nextBoolean() ? "Tesla SXM5" : "Tesla SXM4",
                pick(STATIONS),
                time(8, number),
                time(9, number),
                blank(pick(form.flows())),
                blank(pick(STATUSES)),
                "op" + random.nextInt(50)));
        Known known = new Known(texts(cells), true);
        for (Dirt dirt : dirts) {
            if (random.nextInt(3) == 0) {
                known = dirt.soil(cells, known);
            }
        }
        records.put(serial, known);
        return cells;
    }

    private static List<String> texts(List<@Nullable Object> cells) {
        return cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList();
    }

    /** Never a whole minute, so that lost seconds change the time. */
    private String time(int hour, int number) {
        return "2025-05-13 %02d:%02d:%02d".formatted(hour, number % 60, 1 + random.nextInt(59));
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Each record by its serial number. */
    Map<String, Known> records() {
        return records;
    }

    /** Whether the file itself can leave open what it says. */
    boolean unclear() {
        return form.unclear();
    }

    @Override
    public String toString() {
        return "export " + seed + ": " + form + ", " + dirts;
    }

    /**
     * A record as it was made.
     *
     * @param values its cells as text, a blank as an empty text
     * @param readable whether the file still has them; otherwise it can only be rejected
     */
    record Known(List<String> values, boolean readable) {
        Known with(int column, String value) {
            List<String> changed = new ArrayList<>(values);
            changed.set(column, value);
            return new Known(changed, readable);
        }

        Known lost() {
            return new Known(values, false);
        }
    }
}
