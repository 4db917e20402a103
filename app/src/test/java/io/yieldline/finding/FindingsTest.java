package io.yieldline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.yieldline.control.Centre;
import io.yieldline.control.Segmentation.Change;
import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.Shift;
import io.yieldline.insight.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From shifts to findings: what one is, what ends it, what belongs together, and that it keeps its name. */
class FindingsTest {
    private static final LocalDate FIRST = day(1);
    private static final Subject FCT = station("FCT");

    @Test
    void aWayBack_endsALoss_andIsNoFinding() {
        List<Episode> episodes = Episode.of(List.of(shift(FCT, 8, 10, 40), shift(FCT, 20, 40, 12)), FIRST);

        assertThat(episodes).singleElement().satisfies(episode -> {
            assertThat(episode.since()).isEqualTo(day(8));
            assertThat(episode.ended()).isEqualTo(day(20));
            assertThat(episode.reason()).isEqualTo(EndReason.BACK);
            assertThat(episode.beyond()).isEqualTo(30);
        });
    }

    @Test
    void aPartOfTheWayBack_letsALossGoOn() {
        List<Episode> episodes = Episode.of(List.of(shift(FCT, 8, 10, 100), shift(FCT, 20, 100, 80)), FIRST);

        assertThat(episodes).singleElement().satisfies(episode -> {
            assertThat(episode.ended()).isNull();
            assertThat(episode.after()).isEqualTo(new Centre(180, 2000));
            assertThat(episode.expected()).isEqualTo(20);
        });
    }

    @Test
    void eachWorsening_andEachImprovement_isAFinding() {
        List<Episode> episodes =
                Episode.of(List.of(shift(FCT, 8, 100, 40), shift(FCT, 15, 40, 80), shift(FCT, 22, 80, 160)), FIRST);

        assertThat(episodes)
                .extracting(Episode::worse, Episode::ended, Episode::reason)
                .containsExactly(
                        tuple(false, day(15), EndReason.FOLLOWED),
                        tuple(true, day(22), EndReason.FOLLOWED),
                        tuple(true, null, null));
        assertThat(episodes.get(2).from()).isEqualTo(day(15));
    }

    @Test
    void fixturesAndCodes_thatMoveWithTheirStation_belongToIt() {
        Episode station = episode(FCT, 10, 20, 90);
        Episode code = episode(new Subject(SeriesKind.ERROR_CODE, "A", "FCT", "EC1"), 13, 10, 70);
        Episode later = episode(new Subject(SeriesKind.ERROR_CODE, "A", "FCT", "EC2"), 18, 10, 70);
        Episode better = episode(new Subject(SeriesKind.ERROR_CODE, "A", "FCT", "EC3"), 10, 300, 10);
        Episode elsewhere = episode(new Subject(SeriesKind.ERROR_CODE, "A", "BAT", "EC1"), 10, 10, 70);

        List<Matter> matters =
                Matter.of(List.of(code, later, better, elsewhere, station), Set.of(), (main, mirror) -> true);

        assertThat(matters).extracting(Matter::main).containsExactly(station, later, elsewhere, better);
        assertThat(matters.get(0).parts()).containsExactly(code);
    }

    @Test
    void aFixture_isAFindingWhenItGotWorse_unlessItIsASuspect() {
        Episode worse = episode(new Subject(SeriesKind.FIXTURE, "A", "FCT", "NV-1"), 10, 20, 90);
        Episode better = episode(new Subject(SeriesKind.FIXTURE, "A", "FCT", "NV-2"), 10, 90, 20);

        assertThat(Matter.of(List.of(worse, better), Set.of(), (main, mirror) -> true))
                .extracting(Matter::main)
                .containsExactly(worse);
        assertThat(Matter.of(List.of(worse, better), Set.of("NV-1"), (main, mirror) -> true))
                .isEmpty();
    }

    @Test
    void stationsThatMirrorEachOther_areOneMatter() {
        Episode up = episode(FCT, 10, 20, 90);
        Episode down = episode(station("OQA"), 12, 80, 15);
        Episode less = episode(station("FI"), 10, 40, 10);
        Episode late = episode(station("VI1"), 13, 90, 20);

        List<Matter> matters = Matter.of(List.of(less, late, down, up), Set.of(), (main, mirror) -> true);

        assertThat(matters).extracting(Matter::main).containsExactly(up, less, late);
        assertThat(matters.get(0).mirror()).isEqualTo(down);
        assertThat(matters.get(0).beyond()).isEqualTo(5);
    }

    @Test
    void codesMirrorEachOther_atOneStationOnly() {
        Episode up = episode(new Subject(SeriesKind.ERROR_CODE, "A", "FCT", "EC1"), 10, 20, 90);
        Episode same = episode(new Subject(SeriesKind.ERROR_CODE, "A", "FCT", "EC2"), 10, 80, 10);
        Episode other = episode(new Subject(SeriesKind.ERROR_CODE, "A", "BAT", "EC2"), 10, 80, 10);

        assertThat(Matter.of(List.of(up, same), Set.of(), (main, mirror) -> true))
                .hasSize(1);
        assertThat(Matter.of(List.of(up, other), Set.of(), (main, mirror) -> true))
                .hasSize(2);
    }

    @Test
    void mirrors_areOfTheSameWork() {
        Map<List<String>, Double> more = Map.of(List.of("P1", "NV-1"), 30.0, List.of("P1", "NV-2"), 1.0);
        assertThat(MirrorUnits.alike(more, Map.of(List.of("P1", "NV-1"), -28.0, List.of("P2", "NV-1"), 2.0)))
                .isTrue();
        assertThat(MirrorUnits.alike(more, Map.of(List.of("P1", "NV-2"), -30.0)))
                .as("another fixture")
                .isFalse();
        assertThat(MirrorUnits.alike(more, Map.of(List.of("P1", "NV-1"), -10.0, List.of("P1", "NV-3"), -20.0)))
                .as("a third of it")
                .isFalse();
    }

    @Test
    void aFinding_keepsItsName_whileItsOnsetMoves() {
        Found now = found(FindingKind.SHIFT, "FCT", 12);
        Finding known = finding("aaaaaaaa", FindingKind.SHIFT, "FCT", 10, null);
        Finding older = finding("bbbbbbbb", FindingKind.SHIFT, "FCT", 2, null);

        assertThat(Identity.of(List.of(now), List.of(older, known))).isEqualTo(Map.of(now, known));
        assertThat(Identity.of(List.of(now), List.of(finding("c", FindingKind.SHIFT, "FCT", 10, day(11)))))
                .as("it ended before this began")
                .isEmpty();
        assertThat(Identity.of(List.of(now), List.of(finding("c", FindingKind.SHIFT, "FI", 12, null))))
                .isEmpty();
        assertThat(Identity.of(List.of(found(FindingKind.SHIFT, "FCT", 25)), List.of(known)))
                .as("the onsets are %d days apart", 15)
                .isEmpty();
    }

    @Test
    void aSuspect_keepsItsName_howeverLongItLasts() {
        Found now = found(FindingKind.SUSPECT, "", 28);

        assertThat(Identity.of(List.of(now), List.of(finding("a", FindingKind.SUSPECT, "", 1, null))))
                .hasSize(1);
        assertThat(Identity.of(List.of(now), List.of(finding("a", FindingKind.SUSPECT, "", 1, day(20)))))
                .isEmpty();
    }

    @Test
    void names_areShort_andNeverGivenTwice() {
        String name = Identity.name(found(FindingKind.SHIFT, "FCT", 12), taken -> false);

        assertThat(name).matches("[0-9a-f]{8}");
        assertThat(Identity.name(found(FindingKind.SHIFT, "FCT", 12), taken -> false))
                .isEqualTo(name);
        assertThat(Identity.name(found(FindingKind.SHIFT, "FCT", 12), name::equals))
                .isNotEqualTo(name);
    }

    private static Subject station(String name) {
        return new Subject(SeriesKind.STATION, "A", name, "");
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2025, 5, day);
    }

    /** Of 1,000 units on each side. */
    private static Shift shift(Subject subject, int day, long before, long after) {
        return new Shift(subject, new Change(day(day), new Centre(before, 1000), new Centre(after, 1000), 20, 0.0001));
    }

    private static Episode episode(Subject subject, int day, long before, long after) {
        return Episode.of(List.of(shift(subject, day, before, after)), FIRST).get(0);
    }

    private static FindingSubject subject(String station) {
        return new FindingSubject("A", station, "", "", "");
    }

    private static Found found(FindingKind kind, String station, int since) {
        return new Found(
                kind,
                subject(station),
                false,
                day(since),
                null,
                null,
                10,
                5,
                1,
                4,
                null,
                null,
                "",
                null,
                "",
                "",
                List.of());
    }

    private static Finding finding(String id, FindingKind kind, String station, int since, LocalDate ended) {
        return new Finding(
                id,
                kind,
                subject(station),
                false,
                day(since),
                day(since),
                day(since).atStartOfDay(),
                day(since),
                ended,
                ended == null ? null : EndReason.GONE,
                10,
                5,
                BigDecimal.ONE,
                BigDecimal.TEN,
                null,
                null,
                "",
                null,
                "",
                "",
                false,
                null);
    }
}
