package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.quality.CheckSelect.Bound;
import io.yieldline.quality.CheckSelect.Subject;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses names in the records of all days, by how many records have them and since when: rare ones, or new ones. Names are counted by
 * month, so that a check that needs all of them reads only what changed.
 *
 * @param expression what a record is named by
 * @param where the condition on a counted name, as a SELECT of the names that meet it
 */
record NameChoice(CheckSelect expression, CheckSelect where) {
    /** So many names are compared in one statement. */
    private static final int CHUNK = 1000;

    private static final String COUNTED = """
            with counted as (
                select v.*, cast(? as bigint) as all_records, cast(? as date) as log_first_day
                from (values %s) v(name, records, first_day)
            )
            select name from\s""";

    /** Parses the expression and the condition. */
    static NameChoice of(YamlNode names, YamlNode which) {
        return new NameChoice(
                CheckSelect.part("select ", names, " from ${master_log}"),
                CheckSelect.part("select name from counted where name is not null and (", which, "\n)"));
    }

    /** The names of a feed that are chosen, of a column if the check has several. */
    Names names(Session session, Inspection inspection, Window window, Feed feed, @Nullable String column) {
        Subject subject = new Subject(feed, column, List.of());
        Question question = NameCount.question(feed, expression.insertedFor(feed, column));
        List<NameCount> all = NameCount.of(inspection.askAll(session, question));
        Set<String> chosen = new TreeSet<>(FailingRows::compare);
        Bound bound = where.bind(subject, inspection, window);
        for (int from = 0; from < all.size(); from += CHUNK) {
            chosen.addAll(chosen(session, all, all.subList(from, Math.min(from + CHUNK, all.size())), bound));
        }
        return new Names(chosen, span -> inspection.months().part(session, inspection, question, span));
    }

    private static List<String> chosen(Session session, List<NameCount> all, List<NameCount> some, Bound bound) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(all.stream()
                .filter(name -> name.name() != null)
                .mapToLong(NameCount::records)
                .sum());
        values.add(all.stream().map(NameCount::first).min(LocalDate::compareTo).orElseThrow());
        some.forEach(name -> Collections.addAll(values, name.name(), name.records(), name.first()));
        Collections.addAll(values, bound.values());
        String rows = String.join(
                ", ", Collections.nCopies(some.size(), "(cast(? as varchar), cast(? as bigint), cast(? as date))"));
        return session.texts(COUNTED.formatted(rows) + bound.subquery(), values.toArray());
    }

    /**
     * The chosen names.
     *
     * @param chosen all of them, in order
     * @param counted the counted names of some months
     */
    record Names(Set<String> chosen, Function<Span, Table> counted) {
        /** Where none are chosen. */
        static final Names NONE = new Names(Set.of(), span -> new Table(List.of(), List.of()));

        List<String> all() {
            return List.copyOf(chosen);
        }

        /** Those that records of some months have, one on each line. */
        String in(Span months) {
            return counted.apply(months).rows().stream()
                    .map(row -> Objects.toString(row.get(0), ""))
                    .filter(chosen::contains)
                    .sorted(FailingRows::compare)
                    .collect(Collectors.joining("\n"));
        }
    }
}
