package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.mart.Staleness;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Marts have followed every change, and hold what their SELECT says. */
final class MartsLink implements Link {
    @Override
    public String name() {
        return "marts";
    }

    @Override
    public String downstream() {
        return "numbers, reports and exports are behind or wrong";
    }

    @Override
    public Found examine(Examination examination) {
        List<String> stale = examination.read(examination.parts().refresh()::staleness).stream()
                .filter(Staleness::stale)
                .map(Staleness::mart)
                .toList();
        List<String> wrong = examination.quick() ? List.of() : wrong(examination, stale);
        if (!wrong.isEmpty()) {
            return Found.broken("marts hold other rows than their source", Remedy.refreshAll())
                    .with(wrong);
        }
        return stale.isEmpty()
                ? Found.ok(Counted.of(examination.marts().all().size(), "mart")
                        + (examination.quick() ? " up to date" : " up to date, each computed again"))
                : Found.warn(Counted.of(stale.size(), "mart") + " stale", Remedy.refreshStale())
                        .with(stale);
    }

    /** What a stale mart holds is not what its source says, and need not be. */
    private static List<String> wrong(Examination examination, List<String> stale) {
        if (!stale.isEmpty()) {
            return List.of();
        }
        List<String> wrong = new ArrayList<>();
        Marts marts = examination.marts();
        Stream.concat(marts.units().stream(), marts.all().stream()).forEach(mart -> {
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

    /** The SELECT of facts about units looks at the units that changed last; here at all of them. */
    private static String whole(Mart mart) {
        return mart.select().replace("stale_unit", mart.source() + "_master_log");
    }

    private static String except(String these, String those) {
        return "select count(*) from ((" + these + ") except all (" + those + ")) d";
    }
}
