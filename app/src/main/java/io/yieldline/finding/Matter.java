package io.yieldline.finding;

import io.yieldline.insight.SeriesKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Episodes that are one matter.
 *
 * @param main the episode that gives the matter its name
 * @param mirror another station or error code that fails less since then, by about as many units; null if there is none
 * @param parts the fixtures and error codes of the station that move with it
 */
record Matter(Episode main, @Nullable Episode mirror, List<Episode> parts) {
    /** The onset of a fixture or code has fewer failed units, so that it is known less well. */
    static final int PART_DAYS = 7;

    /** Quiet days in between move an onset by a day or two. */
    static final int MIRROR_DAYS = 2;

    private static final double ALIKE = 0.5;

    /**
     * Puts episodes together. The fixtures and error codes that move with their station belong to it. A fixture that is a suspect has its
     * own finding, and one that fails less than before is none: that is how a suspicion ends. Two stations of a model, or two error
     * codes at a station, of which one fails more and the other less by about as many units since the same day, are one matter if they
     * are the same units.
     *
     * @param suspects the fixtures that are suspects
     * @param sameUnits whether two that mirror each other are about the same units
     */
    static List<Matter> of(List<Episode> episodes, Set<String> suspects, BiPredicate<Episode, Episode> sameUnits) {
        List<Episode> stations = episodes.stream()
                .filter(each -> kind(each) == SeriesKind.STATION)
                .toList();
        List<Episode> heads = new ArrayList<>(stations);
        episodes.stream()
                .filter(each -> kind(each) != SeriesKind.STATION)
                .filter(each -> kind(each) != SeriesKind.FIXTURE
                        || each.worse() && !suspects.contains(each.subject().name()))
                .filter(each -> stations.stream().noneMatch(station -> belongs(each, station)))
                .forEach(heads::add);
        return mirrored(heads, sameUnits).stream()
                .map(matter -> matter.with(episodes.stream()
                        .filter(each -> kind(each) != SeriesKind.STATION)
                        .filter(each -> belongs(each, matter.main))
                        .sorted(Comparator.comparingDouble((Episode each) -> -Math.abs(each.beyond())))
                        .toList()))
                .toList();
    }

    private static SeriesKind kind(Episode episode) {
        return episode.subject().kind();
    }

    private static boolean belongs(Episode part, Episode station) {
        return kind(station) == SeriesKind.STATION && part.along(station) && part.near(station, PART_DAYS);
    }

    /** Each pair once: the greatest loss first chooses what fell by the nearest number of units. */
    private static List<Matter> mirrored(List<Episode> heads, BiPredicate<Episode, Episode> sameUnits) {
        List<Episode> left = new ArrayList<>(heads);
        left.sort(Comparator.comparingDouble(Episode::beyond).reversed());
        List<Matter> matters = new ArrayList<>();
        while (!left.isEmpty()) {
            Episode main = left.remove(0);
            @Nullable
            Episode mirror = left.stream()
                    .filter(other -> mirrors(main, other) && sameUnits.test(main, other))
                    .min(Comparator.comparingDouble(other -> Math.abs(main.beyond() + other.beyond())))
                    .orElse(null);
            left.remove(mirror);
            matters.add(new Matter(main, mirror, List.of()));
        }
        return matters;
    }

    private static boolean mirrors(Episode main, Episode other) {
        double one = Math.abs(main.beyond());
        double two = Math.abs(other.beyond());
        return main.worse()
                && !other.worse()
                && kind(main) == kind(other)
                && kind(main) != SeriesKind.FIXTURE
                && main.subject().model().equals(other.subject().model())
                && (kind(main) == SeriesKind.STATION
                        || main.subject().station().equals(other.subject().station()))
                && main.near(other, MIRROR_DAYS)
                && Math.min(one, two) >= ALIKE * Math.max(one, two);
    }

    private Matter with(List<Episode> more) {
        return new Matter(main, mirror, more);
    }

    /** The failed units beyond those expected, of both sides. */
    double beyond() {
        return main.beyond() + (mirror == null ? 0 : mirror.beyond());
    }
}
