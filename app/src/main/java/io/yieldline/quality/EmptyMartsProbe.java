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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Set<String> filled = filled(session, inspection, marts);
        long checked = 0;
        for (String name : marts) {
            Mart mart = inspection.marts().get(name);
            String log = log(inspection, mart);
            if (filled.contains(log)) {
                checked++;
                (filled.contains(name) ? Optional.<String>empty() : empty(session, inspection, mart, log))
                        .ifPresent(message -> findings.add(new Finding(severity, message)));
            }
        }
        return new Observation(findings.size(), checked, findings, new Table(List.of(), List.of()));
    }

    private static Optional<String> empty(Session session, Inspection inspection, Mart mart, String log) {
        return MartFilter.emptying(session, inspection.plant().rules(), text(inspection, mart, log), log)
                .map(rule -> "mart " + mart.name() + " is empty although " + log + " has "
                        + Counted.of(session.number("select count(*) from " + log), "record") + ": " + rule
                        + "; correct rules.yaml, then run: yieldline aggregate");
    }

    /** Those of some marts and of their master logs that have a row. */
    private static Set<String> filled(Session session, Inspection inspection, List<String> marts) {
        List<String> each = marts.stream()
                .flatMap(mart ->
                        Stream.of(mart, log(inspection, inspection.marts().get(mart))))
                .distinct()
                .map(table -> "select '" + table + "' as name where exists (select 1 from " + table + ")")
                .toList();
        return each.isEmpty() ? Set.of() : Set.copyOf(session.texts(String.join(" union all ", each)));
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
