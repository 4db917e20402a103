package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.CheckSelect.Bound;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the records of one feed appear in another at the same time. If they only match with an offset of some hours, a
 * time zone is wrong. Records outside the time range of the other feed are not checked.
 */
final class ZoneMatchProbe implements Probe {
    private static final String GAPS = YamlNode.resourceText(ZoneMatchProbe.class, "zone_gaps.sql");
    private static final String UNMATCHED = YamlNode.resourceText(ZoneMatchProbe.class, "zone_unmatched.sql");
    private static final String TOTAL = YamlNode.resourceText(ZoneMatchProbe.class, "zone_total.sql");
    private static final long WIDEST = 26 * 3600;
    private static final long QUARTER = 900;
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "UTC",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Asia/Tokyo");

    private final String judged;
    private final String reference;
    private final int leastPercent;

    ZoneMatchProbe(Options options) {
        options.known("feed", "reference", "least_percent");
        this.judged = options.text("feed", "testboard");
        this.reference = options.text("reference", "workstation");
        this.leastPercent = options.number("least_percent", 99);
    }

    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        Feed feed = inspection.feeds().named(judged);
        Feed other = inspection.feeds().named(reference);
        return inspection.warehouse().read(session -> look(session, feed, other, inspection, severity));
    }

    private Observation look(Session session, Feed feed, Feed other, Inspection inspection, Severity severity) {
        Window window = inspection.window(session, 0);
        Object[] range = {window.from(), window.to()};
        long total = session.number(sql(TOTAL, feed, other), range);
        if (total == 0) {
            return Observation.nothing();
        }
        Bound unmatched = new Bound("(\n" + sql(UNMATCHED, feed, other) + "\n) z", range);
        long failing = session.number("select count(*) from " + unmatched.subquery(), range);
        Table rows = FailingRows.withFiles(session, FailingRows.of(session, unmatched));
        boolean enough = (total - failing) * 100 >= total * leastPercent;
        List<Finding> findings = enough
                ? List.of()
                : List.of(new Finding(
                        severity, message(session, feed, other, inspection, new Match(total - failing, total), range)));
        return new Observation(failing, total, findings, rows);
    }

    private String message(Session session, Feed feed, Feed other, Inspection inspection, Match match, Object[] range) {
        Map<Long, Long> gaps = new TreeMap<>();
        session.query(sql(GAPS, feed, other), row -> gaps.put(row.getLong(1), row.getLong(2)), range);
        Optional<Map.Entry<Long, Long>> best = gaps.entrySet().stream()
                .filter(gap -> Math.abs(gap.getKey()) <= WIDEST && gap.getKey() % QUARTER == 0)
                .max(Map.Entry.comparingByValue());
        String found = String.format(
                Locale.ROOT,
                "%,d of %,d %s records are in %s at the same time",
                match.found(),
                match.total(),
                feed.name(),
                other.name());
        return best.filter(gap -> gap.getKey() != 0 && gap.getValue() > match.found())
                .map(gap -> found
                        + String.format(
                                Locale.ROOT,
                                ", but %,d of all %,d would be",
                                gap.getValue(),
                                session.number(
                                        "select count(*) from " + feed.masterLog() + " where day between ? and ?",
                                        range))
                        + better(session, feed, inspection, gap.getKey()))
                .orElse(found + "; load the " + other.name() + " exports of the same days");
    }

    private static String better(Session session, Feed feed, Inspection inspection, long gap) {
        LocalDateTime latest = session.first(
                        "select max(ended_at) from " + feed.masterLog(), row -> row.getObject(1, LocalDateTime.class))
                .orElse(inspection.now());
        ZoneOffset fits = ZoneOffset.ofTotalSeconds(
                Math.floorMod(offset(feed, inspection, latest) - (int) gap + 43_200, 86_400) - 43_200);
        return String.format(
                Locale.ROOT,
                " %s h %s; the times fit UTC%s%s: %s",
                new BigDecimal(Math.abs(gap)).divide(BigDecimal.valueOf(3600)).toPlainString(),
                gap < 0 ? "earlier" : "later",
                fits.equals(ZoneOffset.UTC) ? "" : fits.getId(),
                zones(fits, latest),
                inspection.plant().rules().convertZones()
                        ? "correct zone in feeds/" + feed.name() + ".yaml, then run: yieldline rebuild"
                        : "set convert_zones in rules.yaml to true, then run: yieldline rebuild");
    }

    /** The assumed UTC offset of the times of the feed. */
    private static int offset(Feed feed, Inspection inspection, LocalDateTime at) {
        ZoneId plant = inspection.plant().settings().zone();
        @Nullable ZoneId own = inspection.plant().rules().convertZones() ? feed.zone() : null;
        return at.atZone(own == null ? plant : own).getOffset().getTotalSeconds();
    }

    private static String zones(ZoneOffset offset, LocalDateTime at) {
        List<String> names = ZONES.stream()
                .filter(zone -> ZoneId.of(zone).getRules().getOffset(at).equals(offset))
                .limit(2)
                .toList();
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(" or ", " (such as ", ")"));
    }

    private static String sql(String text, Feed feed, Feed other) {
        return text.replace("${judged}", feed.masterLog()).replace("${reference}", other.masterLog());
    }

    /** The number of matched records, and of all records. */
    private record Match(long found, long total) {}
}
