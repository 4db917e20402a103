package io.yieldline.report;

import io.yieldline.UserError;
import io.yieldline.mart.PlantParts;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates, publishes and finds reports of a plant. */
public final class Reports {
    private final PlantParts parts;
    private final Warehouse warehouse;
    private final @Nullable LocalDate due;

    /** The reports of a plant; its clock tells when they are made. */
    public Reports(PlantParts parts) {
        this(parts, null);
    }

    /**
     * The reports of a plant; its clock tells when they are made.
     *
     * @param due the day on which they were due, which chooses their day or week; null for the day on which they are made
     */
    public Reports(PlantParts parts, @Nullable LocalDate due) {
        this.parts = parts;
        this.warehouse = parts.warehouse();
        this.due = due;
    }

    /**
     * Creates the report of a day, without publishing it.
     *
     * @param day the day; null for the last complete working day
     * @param runId the current run, which the report excludes from its runs
     */
    public Report daily(@Nullable LocalDate day, PlantStatus standing, @Nullable Long runId) {
        return make(ReportKind.DAILY, day, standing, runId);
    }

    /**
     * Creates the report of the ISO week of a day, without publishing it.
     *
     * @param day any day of the week; null for the last complete working day
     * @param runId the current run, which the report excludes from its runs
     */
    public Report weekly(@Nullable LocalDate day, PlantStatus standing, @Nullable Long runId) {
        return make(ReportKind.WEEKLY, day, standing, runId);
    }

    /** Creates a report of either kind, without publishing it. */
    public Report make(ReportKind kind, @Nullable LocalDate day, PlantStatus standing, @Nullable Long runId) {
        LocalDateTime now = now();
        return warehouse.read(session -> {
            ReportPeriod choice = choice(session, kind, day);
            return new Content(session, parts, choice, standing, now).report(runId);
        });
    }

    /** The default day or week of a report. */
    public Period period(ReportKind kind, @Nullable LocalDate day) {
        return warehouse.read(session -> choice(session, kind, day).period());
    }

    /** Publishes a report: later reports name changes of its figures. */
    public Issue publish(Report report, @Nullable Long runId) {
        return warehouse.write(session -> ReportStore.keep(session, report, runId));
    }

    /** The latest published reports, newest first. */
    public List<Issue> latest(int most) {
        return warehouse.read(session -> ReportStore.latest(session, most));
    }

    /** The latest published reports of a kind, such as {@code daily}, newest first. */
    public List<Issue> latest(String kind, int most) {
        return warehouse.read(session -> ReportStore.latest(session, kind, most));
    }

    /** A published report, byte for byte. */
    public Stored named(long id) {
        return warehouse.read(session -> ReportStore.named(session, id));
    }

    /**
     * The last report that was published until the evening of a day, byte for byte.
     *
     * @param day the day that it is about, or any day of its week; null for any
     * @throws UserError if there was none
     */
    public Stored asOf(ReportKind kind, @Nullable LocalDate day, LocalDate evening) {
        return warehouse.read(session -> ReportStore.asOf(session, kind, day, evening));
    }

    /** The figures of a report that later reports showed with other counts, with the number of each of them. */
    public Table restated(long id) {
        return warehouse.read(session -> ReportStore.restated(session, id));
    }

    private ReportPeriod choice(Session session, ReportKind kind, @Nullable LocalDate day) {
        LocalDate today = parts.today();
        return ReportPeriod.of(session, parts.plant().rules(), kind, day, due == null ? today : due, today);
    }

    private LocalDateTime now() {
        return parts.now().withNano(0);
    }
}
