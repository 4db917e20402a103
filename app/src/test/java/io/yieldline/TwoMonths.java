package io.yieldline;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.yieldline.yaml.ResourceFolder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of the real April and May, each day as if later days were not known, and what somebody who looked at each of them says.
 *
 * <p>The findings are the output of {@code findings refresh --replay-from 2025-04-01}, then {@code findings --all --format csv}.
 */
public final class TwoMonths {
    /** As long as an onset is near, it is the same finding. */
    private static final int NEAR_DAYS = 14;

    private TwoMonths() {}

    /** What a finding is about; a part that does not matter is empty. */
    public record About(String model, String station, String fixture, String errorCode, boolean improvement) {
        private static About of(NamedCsvRecord row) {
            return new About(
                    row.getField("model"),
                    row.getField("station"),
                    row.getField("fixture"),
                    row.getField("error_code"),
                    Boolean.parseBoolean(row.getField("improvement")));
        }
    }

    /** A finding with its last figures; {@code ended} is empty while it lasts. */
    public record Listed(About about, LocalDate since, LocalDate known, String ended, String sentence) {
        /** Whether something that began on a day is this finding. */
        public boolean is(About other, LocalDate day) {
            return about.equals(other) && Math.abs(ChronoUnit.DAYS.between(since, day)) <= NEAR_DAYS;
        }
    }

    /** What somebody says who looked at a finding. */
    public record Remark(About about, LocalDate since, String verdict, String text) {}

    /** All findings, in the order in which they became known. */
    public static List<Listed> findings() {
        return rows("two-months-findings.csv").stream()
                .map(row -> new Listed(
                        About.of(row),
                        LocalDate.parse(row.getField("since")),
                        LocalDate.parse(row.getField("known")),
                        row.getField("ended"),
                        row.getField("sentence")))
                .sorted(Comparator.comparing(Listed::known).thenComparing(Listed::since))
                .toList();
    }

    /** All remarks. */
    public static List<Remark> remarks() {
        return rows("two-months-remarks.csv").stream()
                .map(row -> new Remark(
                        About.of(row),
                        LocalDate.parse(row.getField("since")),
                        row.getField("verdict"),
                        row.getField("remark")))
                .toList();
    }

    /** Each finding that was looked at with its remark: that on the nearest onset, each remark once. */
    public static Map<Listed, Remark> lookedAt(List<Listed> findings, List<Remark> remarks) {
        List<Pair> pairs = new ArrayList<>();
        for (Listed finding : findings) {
            remarks.stream()
                    .filter(remark -> finding.is(remark.about, remark.since))
                    .forEach(remark -> pairs.add(new Pair(finding, remark)));
        }
        pairs.sort(Comparator.comparingLong(Pair::days));
        Map<Listed, Remark> looked = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (!looked.containsValue(pair.remark)) {
                looked.putIfAbsent(pair.finding, pair.remark);
            }
        }
        return looked;
    }

    private record Pair(Listed finding, Remark remark) {
        long days() {
            return Math.abs(ChronoUnit.DAYS.between(finding.since, remark.since));
        }
    }

    private static List<NamedCsvRecord> rows(String file) {
        return CsvReader.builder().ofNamedCsvRecord(ResourceFolder.text(TwoMonths.class, file)).stream()
                .toList();
    }
}
