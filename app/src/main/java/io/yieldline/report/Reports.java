package io.yieldline.report;

import io.yieldline.mart.PlantParts;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes reports of a plant's marts, keeps those that are published, and finds them again. */
public final class Reports {
    private final PlantParts parts;
    private final Warehouse warehouse;

    /** The reports of a plant; its clock tells when they are made. */
    public Reports(PlantParts parts) {
        this.parts = parts;
        this.warehouse = parts.warehouse();
    }

    /**
     * Makes the report of a day. Nothing is kept.
     *
     * @param day the day; null for the last complete working day
     * @param runId the run that makes it, which the report leaves out of its runs
     */
    public Report daily(@Nullable LocalDate day, PlantStatus standing, @Nullable Long runId) {
        return make(ReportKind.DAILY, day, standing, runId);
    }

    /**
     * Makes the report of the ISO week that holds a day. Nothing is kept.
     *
     * @param day any day of the week; null for the last complete working day
     * @param runId the run that makes it, which the report leaves out of its runs
     */
    public Report weekly(@Nullable LocalDate day, PlantStatus standing, @Nullable Long runId) {
        return make(ReportKind.WEEKLY, day, standing, runId);
    }

    /** Makes a report of either kind. Nothing is kept. */
    public Report make(ReportKind kind, @Nullable LocalDate day, PlantStatus standing, @Nullable Long runId) {
        LocalDateTime now = now();
        return warehouse.read(session -> {
            ReportPeriod choice = ReportPeriod.of(session, parts.plant().rules(), kind, day, now);
            return new Content(session, parts, choice, standing, now).report(runId);
        });
    }

    /** The day or week that a report without a day would be about. */
    public Period period(ReportKind kind, @Nullable LocalDate day) {
        return warehouse.read(session -> ReportPeriod.of(session, parts.plant().rules(), kind, day, now())
                .period());
    }

    /** Keeps a report with its figures: from now on later reports say what changed in them. */
    public Issue publish(Report report, @Nullable Long runId) {
        return warehouse.write(session -> ReportStore.keep(session, report, runId));
    }

    /** The latest published reports, newest first. */
    public List<Issue> latest(int most) {
        return warehouse.read(session -> ReportStore.latest(session, most));
    }

    /** A published report, byte for byte. */
    public Stored named(long id) {
        return warehouse.read(session -> ReportStore.named(session, id));
    }

    private LocalDateTime now() {
        return parts.now().withNano(0);
    }
}
