package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks which working days have records of each feed. */
final class AvailabilityProbe implements Probe {
    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        Gaps gaps = new Gaps(inspection, severity);
        for (Feed feed : inspection.feeds().all()) {
            DayCounts counts = inspection.warehouse().read(session -> DayCounts.of(session, feed, inspection));
            if (!counts.isEmpty()) {
                gaps.inspect(counts);
            }
        }
        return gaps.seen();
    }

    /** The findings for the days of all feeds. */
    private static final class Gaps {
        private final Inspection inspection;
        private final Severity severity;
        private final CheckSettings settings;
        private final List<Finding> findings = new ArrayList<>();
        private final List<List<@Nullable Object>> rows = new ArrayList<>();
        private long expected;

        Gaps(Inspection inspection, Severity severity) {
            this.inspection = inspection;
            this.severity = severity;
            this.settings = inspection.settings();
        }

        void inspect(DayCounts counts) {
            LocalDate from = inspection.from() == null ? counts.first() : inspection.from();
            LocalDate to = last(counts);
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                inspect(counts, day);
            }
        }

        /** Nothing is absent of days to come. */
        private LocalDate last(DayCounts counts) {
            LocalDate last = inspection.to() == null ? counts.last() : inspection.to();
            return last.isAfter(inspection.today()) ? inspection.today() : last;
        }

        private boolean toCome() {
            return inspection.from() != null && inspection.from().isAfter(inspection.today());
        }

        /** Whether the exports of a day should be here, even if nothing later is. */
        private boolean due(LocalDate day) {
            return !inspection.now().isBefore(settings.due(day));
        }

        private void inspect(DayCounts counts, LocalDate day) {
            String feed = counts.feed().name();
            rows.add(List.of(feed, day, day.getDayOfWeek().toString().substring(0, 3), counts.on(day)));
            if (settings.works(day) && (!day.isAfter(counts.last()) || due(day))) {
                expected++;
                if (counts.on(day) == 0) {
                    findings.add(new Finding(
                            severity,
                            "feed " + feed + " has no record on " + day
                                    + "; export that day again, or add it under closed_days"));
                }
            }
        }

        Observation seen() {
            long failing = findings.size();
            if (rows.isEmpty() && !toCome()) {
                findings.add(
                        Finding.error("no feed has any record in this range; load exports with: yieldline ingest"));
            }
            Table details = new Table(List.of("feed", "day", "weekday", "records"), rows);
            return new Observation(failing, expected, findings, details);
        }
    }
}
