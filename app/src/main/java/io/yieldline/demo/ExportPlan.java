package io.yieldline.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Plans which export contains which days, under which name, with which errors. */
final class ExportPlan {
    private static final String WORKSTATION = "workstation";
    private static final String TESTBOARD = "testboard";
    private static final String SNFN = "snfn";
    private static final String END = "History station end time";
    private static final String LOGIN_PAGE =
            "<!DOCTYPE html>\n<html><head><title>Login</title></head><body><form>Your session has expired, please log in again.</form></body></html>\n";

    private final List<ExportPeriod> periods;
    private final PlantHistory history;
    private final FileNames names = new FileNames();
    private final List<DemoExport> exports = new ArrayList<>();

    private ExportPlan(List<ExportPeriod> periods, PlantHistory history) {
        this.periods = periods;
        this.history = history;
    }

    /** All exports, in the order they were made. */
    static List<DemoExport> of(List<ExportPeriod> periods, PlantHistory history) {
        ExportPlan plan = new ExportPlan(periods, history);
        plan.makeAll();
        return plan.exports.stream()
                .sorted(Comparator.comparing(DemoExport::madeAt))
                .toList();
    }

    /** The period that is exported again at the end: an early one, never the last. */
    static ExportPeriod corrected(List<ExportPeriod> periods) {
        return periods.get((periods.size() - 1) / 2);
    }

    /** The days of failures that are exported with their model. */
    static ExportPeriod firstHalf(List<ExportPeriod> periods) {
        return new ExportPeriod(periods.get(0).first(), corrected(periods).last());
    }

    private ExportPeriod secondHalf() {
        return new ExportPeriod(firstHalf(periods).last().plusDays(1), last().last());
    }

    private ExportPeriod last() {
        return periods.get(periods.size() - 1);
    }

    private void makeAll() {
        for (int index = 0; index < periods.size(); index++) {
            workstation(periods.get(index), index);
            testboard(periods.get(index), index);
        }
        add("snfnReport", ".xlsx", SNFN, snfn(firstHalf(periods), true), 0);
        add("snfnReport", ".xls", SNFN, snfn(secondHalf(), false), 0);
        correction();
        brokenDownload();
        loginPage();
    }

    private void workstation(ExportPeriod period, int index) {
        Snapshot snapshot = new Snapshot(history, period, period.nextMorning(10), period.equals(last()));
        Sheet sheet = WorkstationSheet.of(snapshot);
        Made made = new Made(index == 0 ? withBadSteps(sheet) : sheet, snapshot);
        int rejected = index == 0 ? 2 : 0;
        if (index % 2 == 0 || sheet.rows().size() >= XlsBook.MAX_ROWS) {
            add("workstationOutputReport_" + period.inNames(), ".xlsx", WORKSTATION, made, rejected);
        } else {
            add("workstationOutputReport", ".xls", WORKSTATION, made, rejected);
        }
    }

    /** The clerk exports one day too many, so that every export overlaps the previous one. */
    private void testboard(ExportPeriod period, int index) {
        ExportPeriod asked = index == 0 ? period : period.startingEarlier(1);
        Snapshot snapshot = new Snapshot(history, asked, period.nextMorning(20), false);
        Sheet sheet = TestboardSheet.of(snapshot);
        Sheet made = index == 0 ? sheet.with(List.of(sheet.spoiled(1, END, "0000-00-00 00:00:00"))) : sheet;
        boolean old = index % 2 == 0 && sheet.rows().size() < XlsBook.MAX_ROWS;
        String name = "Test board record report_" + asked.inNames();
        add(name, old ? ".xls" : ".xlsx", TESTBOARD, new Made(made, snapshot), index == 0 ? 1 : 0);
    }

    private Made snfn(ExportPeriod period, boolean withModel) {
        Snapshot snapshot = new Snapshot(history, period, period.nextMorning(30), false);
        return new Made(SnfnSheet.of(snapshot, withModel), snapshot);
    }

    /** Two rows to reject and one duplicate. */
    private static Sheet withBadSteps(Sheet sheet) {
        return sheet.with(List.of(
                sheet.spoiled(3, "Workstation Name", ""),
                sheet.spoiled(5, END, "2025-13-32 08:15:00"),
                sheet.rows().get(7)));
    }

    private void correction() {
        ExportPeriod period = corrected(periods).endingLater(1);
        Snapshot snapshot = new Snapshot(history, period, last().nextMorning(150), true);
        String name = "workstationOutputReport_" + period.inNames();
        add(name, ".xlsx", WORKSTATION, new Made(WorkstationSheet.of(snapshot), snapshot), 0);
    }

    private void brokenDownload() {
        DemoExport whole = exports.get(0);
        byte[] part = Arrays.copyOf(whole.content(), whole.content().length * 3 / 5);
        String name = "workstationOutputReport_" + periods.get(0).inNames();
        String path = names.free(whole.madeAt(), name, ".xlsx");
        exports.add(new DemoExport(path, WORKSTATION, whole.madeAt().plusMinutes(2), part, 0, 0, false));
    }

    private void loginPage() {
        LocalDateTime madeAt = periods.get(0).nextMorning(18);
        String path = names.free(madeAt, "Test board record report", ".xls");
        byte[] page = LOGIN_PAGE.getBytes(StandardCharsets.UTF_8);
        exports.add(new DemoExport(path, TESTBOARD, madeAt, page, 0, 0, false));
    }

    private void add(String name, String extension, String feed, Made made, int rejected) {
        LocalDateTime madeAt = made.snapshot().madeAt();
        byte[] content = made.content(extension);
        int rows = made.sheet().rows().size();
        exports.add(new DemoExport(names.free(madeAt, name, extension), feed, madeAt, content, rows, rejected, true));
    }

    private record Made(Sheet sheet, Snapshot snapshot) {
        byte[] content(String extension) {
            Instant madeAt = PortalTime.instant(snapshot.madeAt());
            return extension.equals(".xls") ? XlsBook.of(sheet, madeAt) : XlsxBook.of(sheet, madeAt);
        }
    }
}
