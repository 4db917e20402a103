package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartTables;
import io.yieldline.mart.Marts;
import io.yieldline.mart.Staleness;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All marts are up to date and match their SELECT. */
final class MartsLink implements Link {
    @Override
    public String name() {
        return "marts";
    }

    @Override
    public String downstream() {
        return "numbers, reports and exports are outdated or wrong";
    }

    @Override
    public Found examine(Examination examination) {
        List<String> stale = examination.read(examination.parts().refresh()::staleness).stream()
                .filter(Staleness::stale)
                .map(Staleness::mart)
                .toList();
        List<String> wrong = examination.quick() ? List.of() : wrong(examination, stale);
        if (!wrong.isEmpty()) {
            return Found.broken("marts differ from their source", Remedy.refreshAll())
                    .with(wrong);
        }
        List<String> idle = idle(examination);
        if (!idle.isEmpty()) {
            return Found.warn(
                            Counted.of(idle.size(), "mart") + " not in use",
                            Remedy.byHand("repair each file, or remove it and run: yieldline clean schema"))
                    .with(idle);
        }
        return stale.isEmpty()
                ? Found.ok(Counted.of(examination.marts().all().size(), "mart")
                        + (examination.quick() ? " up to date" : " up to date, each recomputed"))
                : Found.warn(Counted.of(stale.size(), "mart") + " stale", Remedy.refreshStale())
                        .with(stale);
    }

    /** Marts whose files are refused or gone. */
    private static List<String> idle(Examination examination) {
        Marts marts = examination.marts();
        return Stream.concat(
                        marts.refused().stream().map(mart -> mart.problem().getMessage()),
                        examination.read(session -> MartTables.removed(session, marts)).stream()
                                .map(mart -> mart + ": its file is gone"))
                .toList();
    }

    /** A stale mart is expected to differ from its source. */
    private static List<String> wrong(Examination examination, List<String> stale) {
        if (!stale.isEmpty()) {
            return List.of();
        }
        List<String> wrong = new ArrayList<>();
        Marts marts = examination.marts();
        marts.tables().forEach(mart -> {
            long rows = examination.read(session -> difference(session, mart));
            if (rows > 0) {
                wrong.add(mart.name() + ": " + Counted.of(rows, "row") + (rows == 1 ? " differs" : " differ")
                        + " from its source");
            }
        });
        return wrong;
    }

    private static long difference(Session session, Mart mart) {
        String columns = String.join(", ", mart.columnNames());
        String stored = "select " + columns + " from " + mart.name();
        String computed = "select " + columns + " from (\n" + whole(mart) + "\n) z";
        return session.number(except(stored, computed)) + session.number(except(computed, stored));
    }

    /** The SELECT of a unit table covers recently changed units; here it must cover all units. */
    private static String whole(Mart mart) {
        return mart.select().replace("stale_unit", mart.source() + "_master_log");
    }

    private static String except(String these, String those) {
        return "select count(*) from ((" + these + ") except all (" + those + ")) d";
    }
}
