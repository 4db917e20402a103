package io.yieldline.quality;

import io.yieldline.Counted;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Staleness;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that no mart is empty although its master log has records, and names the rule that leaves all of them out. */
final class EmptyMartsProbe implements Probe {
    EmptyMartsProbe(Options options) {
        options.known();
    }

    @Override
    public boolean limitedByDays() {
        return false;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            List<String> fresh = inspection.parts().refresh().staleness(session).stream()
                    .filter(staleness -> !staleness.stale())
                    .map(Staleness::mart)
                    .toList();
            return look(session, inspection, fresh, severity);
        });
    }

    private static Observation look(Session session, Inspection inspection, List<String> marts, Severity severity) {
        List<Finding> findings = new ArrayList<>();
        long checked = 0;
        for (String name : marts) {
            Mart mart = inspection.marts().get(name);
            String log = log(inspection, mart);
            if (any(session, log)) {
                checked++;
                empty(session, inspection, mart, log)
                        .ifPresent(message -> findings.add(new Finding(severity, message)));
            }
        }
        return new Observation(findings.size(), checked, findings, new Table(List.of(), List.of()));
    }

    private static Optional<String> empty(Session session, Inspection inspection, Mart mart, String log) {
        return any(session, mart.name())
                ? Optional.empty()
                : MartFilter.emptying(session, inspection.plant().rules(), text(inspection, mart, log), log)
                        .map(rule -> "mart " + mart.name() + " is empty although " + log + " has "
                                + Counted.of(session.number("select count(*) from " + log), "record") + ": " + rule
                                + "; correct rules.yaml, then run: yieldline aggregate");
    }

    private static boolean any(Session session, String table) {
        return session.number("select count(*) from (select 1 from " + table + " limit 1) t") > 0;
    }

    /** The SELECT of the mart, after that of the unit table from which it is made; of a mart of several logs what reads this one. */
    private static String text(Inspection inspection, Mart mart, String log) {
        List<String> selects = mart.selects();
        return units(inspection, mart).map(Mart::select).orElse("") + "\n"
                + selects.stream()
                        .filter(select -> selects.size() == 1 || select.contains("\nfrom " + log + " "))
                        .collect(Collectors.joining("\n"));
    }

    private static String log(Inspection inspection, Mart mart) {
        return inspection
                .feeds()
                .named(units(inspection, mart).map(Mart::source).orElse(mart.source()))
                .masterLog();
    }

    private static Optional<Mart> units(Inspection inspection, Mart mart) {
        return inspection.marts().units().stream()
                .filter(table -> table.name().equals(mart.source()))
                .findFirst();
    }
}
