package io.yieldline.quality;

import io.yieldline.feed.Calendar;
import io.yieldline.feed.Feed;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Partition;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.quality.Question.Part;
import io.yieldline.quality.Together.Fold;
import io.yieldline.warehouse.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a mart is computed from: records of feeds, or facts about units that are. Its rows of a month follow from that month and, where
 * they are about weeks or output days, from the next one: these begin in the month and may end after it.
 *
 * @param feeds the feeds whose records decide
 * @param units the unit table, if it is made from one
 */
record MartSource(Mart mart, List<Feed> feeds, List<String> units) {
    static MartSource of(Inspection inspection, Mart mart) {
        List<Mart> units = inspection.marts().units().stream()
                .filter(table -> mart.sources().contains(table.name()))
                .toList();
        List<String> sources = Stream.concat(
                        mart.sources().stream().map(source -> source.replaceFirst("_attribute$", "")),
                        units.stream().map(Mart::source))
                .toList();
        return new MartSource(
                mart,
                inspection.feeds().all().stream()
                        .filter(feed -> sources.contains(feed.name()))
                        .toList(),
                units.stream().map(Mart::name).toList());
    }

    /**
     * The sum over all rows that the SELECT of the mart gives now. The output day of a unit on the first weekend of a month is in the month
     * before.
     */
    long sum(Session session, Inspection inspection, String sum) {
        String rows = sum + "(" + mart.select() + ") z";
        Question question = Question.of(
                        rows,
                        feeds,
                        (asking, part) -> asking.table(part.with() + rows + condition(part)),
                        Together.folded(0, Fold.SUM))
                .reading(units, 0, mart.partition().daily() && units.isEmpty() ? 0 : 1);
        return Together.number(inspection.askAll(session, question));
    }

    /** Literals, because engines leave out other rows only for those. */
    private String condition(Part part) {
        if (part.window().coversAll()) {
            return "";
        }
        Partition partition = mart.partition();
        boolean weekly = partition.period().weekly();
        Window days = part.window();
        return " where z." + partition.column() + " between "
                + (weekly
                        ? "'" + week(days.from()) + "' and '"
                                + week(days.to().plusDays(1).minusWeeks(1)) + "'"
                        : "date '" + days.from() + "' and date '" + days.to() + "'");
    }

    /** The first week that begins on a day or later. */
    private static String week(LocalDate day) {
        return Calendar.week(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
    }
}
