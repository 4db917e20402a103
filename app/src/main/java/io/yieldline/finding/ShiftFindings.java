package io.yieldline.finding;

import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.Shift;
import io.yieldline.insight.ShiftQuestion;
import io.yieldline.insight.Shifts;
import io.yieldline.insight.Subject;
import io.yieldline.mart.DayRange;
import io.yieldline.warehouse.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What fails at another rate since a day. */
final class ShiftFindings {
    private ShiftFindings() {}

    /** From the data of the days up to the last. */
    static List<Found> of(Session session, LocalDate last, BigDecimal leastPoints, Set<String> suspects) {
        LocalDate first = first(last);
        ShiftQuestion question =
                new ShiftQuestion(new DayRange(first, last), EnumSet.allOf(SeriesKind.class), null, null);
        Map<Subject, List<Shift>> series = Shifts.ofEachKind(question, leastPoints, session).stream()
                .flatMap(kind -> kind.found().stream())
                .sorted(Comparator.comparing(shift -> shift.change().since()))
                .collect(Collectors.groupingBy(Shift::subject, TreeMap::new, Collectors.toList()));
        List<Episode> episodes = series.values().stream()
                .flatMap(each -> Episode.of(each, first).stream())
                .toList();
        Explanation explanation = new Explanation(session, open(episodes), first, last);
        return Matter.of(episodes, suspects, new MirrorUnits(session, last)).stream()
                .map(matter -> found(matter, matter.main().ended() == null ? explanation.of(matter) : ""))
                .toList();
    }

    /** The stations with a change that lasts. */
    private static Set<String> open(List<Episode> episodes) {
        return episodes.stream()
                .filter(episode -> episode.ended() == null && episode.subject().kind() == SeriesKind.STATION)
                .map(episode -> episode.subject().station())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first day that is looked at. */
    static LocalDate first(LocalDate last) {
        return last.minusDays(ShiftQuestion.USUAL_DAYS - 1L);
    }

    private static Found found(Matter matter, String explained) {
        Episode main = matter.main();
        List<Episode> parts = new ArrayList<>(matter.parts());
        if (matter.mirror() != null) {
            parts.add(matter.mirror());
        }
        return new Found(
                FindingKind.SHIFT,
                FindingSubject.of(main.subject()),
                !main.worse(),
                main.since(),
                main.ended(),
                main.reason(),
                main.after().judged(),
                main.after().failed(),
                main.expected(),
                matter.beyond(),
                main.before().judged(),
                main.before().failed(),
                Words.chance(main.p()),
                null,
                explained,
                sentence(main, matter.mirror()) + (explained.isEmpty() ? "." : ", " + explained + "."),
                parts.stream().map(part -> FindingSubject.of(part.subject())).toList());
    }

    private static String sentence(Episode main, @Nullable Episode mirror) {
        String words = fails(main.subject()) + (main.worse() ? " at " : " at only ") + Words.rate(main.after())
                + " since " + Words.day(main.since()) + " (" + Words.before(main.before()) + " before; "
                + Words.units(main.after()) + ")";
        return mirror == null
                ? words
                : words + ", while " + other(mirror.subject()) + " fell from "
                        + Words.rate(mirror.before()) + " to " + Words.rate(mirror.after()) + " ("
                        + Words.units(mirror.after()) + ")";
    }

    private static String fails(Subject subject) {
        return subject.model() + " fails " + subject.station() + of(subject);
    }

    private static String of(Subject subject) {
        String name = subject.name();
        return switch (subject.kind()) {
            case STATION -> "";
            case FIXTURE -> name.isEmpty() ? " without a fixture" : " on fixture " + name;
            case ERROR_CODE -> name.isEmpty() ? " without an error code" : " with error code " + name;
        };
    }

    private static String other(Subject mirror) {
        return mirror.kind() == SeriesKind.STATION ? mirror.station() : mirror.name();
    }
}
