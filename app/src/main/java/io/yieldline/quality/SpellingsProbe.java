package io.yieldline.quality;

import io.yieldline.Counted;
import io.yieldline.NameKey;
import io.yieldline.feed.Feed;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that every name has one spelling. Rules take spellings that differ only in case and blanks for one name, but marts list
 * each by itself.
 */
final class SpellingsProbe implements Probe {
    private static final List<String> NAMES = List.of(
            "model", "station", "flow", "process", "status", "part_number", "fixture", "error_code", "failure_code");
    private static final List<Field<Spelling>> FIELDS = List.of(
            new Field<>("feed", Spelling::feed),
            new Field<>("column", Spelling::column),
            new Field<>("name", Spelling::name),
            new Field<>("records", Spelling::records));

    SpellingsProbe(Options options) {
        options.known();
    }

    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            List<Spelling> all = inspection.feeds().all().stream()
                    .flatMap(feed -> spellings(session, feed, inspection))
                    .toList();
            return observed(all, severity);
        });
    }

    private static Observation observed(List<Spelling> all, Severity severity) {
        List<List<Spelling>> several =
                byName(all).stream().filter(spellings -> spellings.size() > 1).toList();
        return new Observation(
                several.stream()
                        .flatMap(spellings -> spellings.stream().skip(1))
                        .mapToLong(Spelling::records)
                        .sum(),
                all.stream().mapToLong(Spelling::records).sum(),
                several.stream()
                        .map(spellings -> new Finding(severity, message(spellings)))
                        .toList(),
                Table.of(several.stream().flatMap(List::stream).toList(), FIELDS));
    }

    /** The spellings of each name, the most frequent one first. */
    private static Collection<List<Spelling>> byName(List<Spelling> all) {
        return all.stream()
                .sorted(Comparator.comparing(Spelling::records).reversed().thenComparing(Spelling::name))
                .collect(Collectors.groupingBy(Spelling::key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Stream<Spelling> spellings(Session session, Feed feed, Inspection inspection) {
        return NAMES.stream()
                .filter(column -> feed.column(column).isPresent())
                .flatMap(column -> spellings(session, feed, column, inspection).stream());
    }

    private static List<Spelling> spellings(Session session, Feed feed, String column, Inspection inspection) {
        return NameCount.of(inspection.ask(session, NameCount.question(feed, column))).stream()
                .filter(count -> count.name() != null)
                .map(count -> new Spelling(feed.name(), column, String.valueOf(count.name()), count.records()))
                .toList();
    }

    private static String message(List<Spelling> spellings) {
        Spelling first = spellings.get(0);
        return first.feed() + "." + first.column() + ": "
                + spellings.stream().map(Spelling::said).collect(Collectors.joining(" and "))
                + " differ only in case or blanks; correct all but one in the MES and export them again";
    }

    /** A name as it is written in a column of a feed. */
    private record Spelling(String feed, String column, String name, long records) {
        Map.Entry<String, String> key() {
            return Map.entry(feed + "." + column, NameKey.of(name));
        }

        String said() {
            return "\"" + name + "\" (" + Counted.of(records, "record") + ")";
        }
    }
}
