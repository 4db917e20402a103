package io.yieldline.finding;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.insight.RetestSettings;
import io.yieldline.insight.ShiftSettings;
import io.yieldline.mart.CompleteDay;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Settings;
import io.yieldline.warehouse.ChangeNumber;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the data up to a day, and keeps what it finds. */
public final class FindingRefresh {
    private final PlantParts parts;
    private final ShiftSettings shifts;
    private final RetestSettings retests;

    /** Of a plant. */
    public FindingRefresh(PlantParts parts) {
        Settings settings = parts.plant().settings();
        this.parts = parts;
        this.shifts = ShiftSettings.of(settings);
        this.retests = RetestSettings.of(settings);
    }

    /**
     * What a look at the data came to.
     *
     * @param day the last day of the data; null if there is no complete day
     * @param looked whether it was necessary: nothing is done while data, rules and settings are as before
     * @param open the findings that last
     * @param begun those of them that are new
     * @param ended those that ended now
     */
    public record Outcome(@Nullable LocalDate day, boolean looked, long open, int begun, int ended) {}

    /**
     * Looks at the data up to the newest complete day, if something changed. That day can be earlier than at the last look: data was
     * removed, and with it what it showed.
     */
    public Outcome refresh() {
        Optional<LocalDate> day =
                parts.warehouse().read(session -> CompleteDay.lastWithRecords(session, parts.today()));
        return day.map(this::look).orElseGet(this::nothing);
    }

    /** Looks at the data up to a day, as if later days were not known. */
    public Outcome refresh(LocalDate day) {
        Optional<Look> last = parts.warehouse().read(FindingRefresh::last);
        if (last.isPresent() && last.get().day.isAfter(day)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "findings are known up to " + last.get().day
                            + "; to look at earlier days again, run: yieldline findings" + " refresh --replay-from "
                            + day);
        }
        return look(day);
    }

    private Outcome look(LocalDate day) {
        Look look = new Look(day, parts.warehouse().read(this::basis));
        if (parts.warehouse().read(FindingRefresh::last).filter(look::equals).isPresent()) {
            return new Outcome(day, false, open(), 0, 0);
        }
        List<Found> found = parts.warehouse().read(session -> found(session, day));
        FindingBook.Changes changes =
                parts.warehouse().write(session -> book(session, look).keep(found));
        return new Outcome(day, true, open(), changes.begun(), changes.ended());
    }

    /** There is no complete day with records: what was found in those that were there is over. */
    private Outcome nothing() {
        if (open() == 0) {
            return new Outcome(null, false, 0, 0, 0);
        }
        LocalDate day = parts.warehouse().read(FindingRefresh::last).orElseThrow().day;
        Look look = new Look(day, parts.warehouse().read(this::basis));
        int ended = parts.warehouse().write(session -> book(session, look).endAll());
        return new Outcome(null, true, 0, 0, ended);
    }

    private FindingBook book(Session session, Look look) {
        long refresh = session.number("select max(refresh) from finding_refresh") + 1;
        session.execute(
                "insert into finding_refresh (refresh, day, refreshed_at, basis) values (?, ?, ?, ?)",
                refresh,
                look.day,
                parts.now().withNano(0),
                look.basis);
        return new FindingBook(session, refresh, look.day, parts.now().withNano(0));
    }

    /**
     * Forgets all findings except the notes, and looks at the data day by day.
     *
     * @param to the last day; null for the newest complete day with records
     */
    public Outcome replay(LocalDate from, @Nullable LocalDate to) {
        Optional<LocalDate> last =
                parts.warehouse().read(session -> CompleteDay.lastWithRecords(session, parts.today()));
        LocalDate end = to == null ? last.orElse(from) : to;
        if (end.isBefore(from)) {
            throw new UserError(ExitCode.USAGE, "there is no complete day with records from " + from + " on");
        }
        List<Finding> noted = parts.warehouse().read(Findings::kept).stream()
                .filter(finding -> finding.note() != null)
                .toList();
        parts.warehouse().write(FindingRefresh::forget);
        List<Outcome> outcomes =
                from.datesUntil(end.plusDays(1)).map(this::refresh).toList();
        parts.warehouse().writeAll(session -> Findings.keepNotes(session, noted));
        return new Outcome(
                end,
                true,
                open(),
                outcomes.stream().mapToInt(Outcome::begun).sum(),
                outcomes.stream().mapToInt(Outcome::ended).sum());
    }

    private static long forget(Session session) {
        return session.execute("delete from finding")
                + session.execute("delete from finding_history")
                + session.execute("delete from finding_refresh");
    }

    private List<Found> found(Session session, LocalDate day) {
        List<Found> suspects = new SuspectFindings(session, day).all(retests);
        Set<String> fixtures =
                suspects.stream().map(each -> each.subject().fixture()).collect(Collectors.toSet());
        List<Found> found = new ArrayList<>(suspects);
        found.addAll(ShiftFindings.of(session, day, shifts.leastPoints(), fixtures));
        return found;
    }

    private long open() {
        return parts.warehouse().read(session -> session.number("select count(*) from finding where ended is null"));
    }

    /** What the findings depend on beside the day. */
    private String basis(Session session) {
        return "change " + ChangeNumber.last(session) + ", rules "
                + parts.plant().rules().fingerprint() + ", " + shifts + ", " + retests;
    }

    private static Optional<Look> last(Session session) {
        return session.first(
                "select day, basis from finding_refresh order by refresh desc limit 1",
                row -> new Look(row.getObject(1, LocalDate.class), row.getString(2)));
    }

    private record Look(LocalDate day, String basis) {}
}
