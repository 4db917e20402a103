package io.yieldline.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.control.Segmentation.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Series cut at the days from which their rates differ. */
class SegmentationTest {
    private static final double ANY = 0;

    @Test
    void eachPlantedShift_isFoundNearItsDay() {
        Random random = new Random(4);
        List<Sample> days = new ArrayList<>(RateChangeTest.drawn(random, 20, 20, 200, 0.03, 0));
        days.addAll(later(RateChangeTest.drawn(random, 15, 15, 200, 0.12, 0), 20));
        days.addAll(later(RateChangeTest.drawn(random, 20, 20, 200, 0.05, 0), 35));
        Segmentation cut = Segmentation.of(List.of(days), 0.01).get(0);

        assertThat(cut.places()).containsExactly(20, 35);
        assertThat(cut.changes().get(0).after()).isEqualTo(cut.changes().get(1).before());
        assertThat(cut.newest()).isEqualTo(days.subList(35, 55));
    }

    private static List<Sample> later(List<Sample> days, int by) {
        return days.stream()
                .map(day -> new Sample(day.day().plusDays(by), day.failed(), day.judged()))
                .toList();
    }

    @Test
    void aShiftThatDoesNotMatter_isNone() {
        List<Sample> days = RateChangeTest.drawn(new Random(2), 40, 20, 5_000, 0.020, 0.025);

        assertThat(Segmentation.of(List.of(days), ANY).get(0).places()).hasSize(1);
        assertThat(Segmentation.of(List.of(days), 0.01).get(0).places()).isEmpty();
    }

    /** Every unit is in one segment, and each change lies between its two. */
    @Test
    void segments_areTheWhole() {
        Random random = new Random(9);
        int found = 0;
        for (int world = 0; world < 100; world++) {
            List<Sample> days = RateChangeTest.drawn(random, 30, 10 + world % 10, 60, 0.05, 0.25);
            List<Change> changes = Segmentation.of(List.of(days), ANY).get(0).changes();
            found += changes.size();
            long failed =
                    changes.isEmpty() ? total(days) : changes.get(0).before().failed();
            for (Change change : changes) {
                failed += change.after().failed();
            }
            assertThat(failed).isEqualTo(total(days));
            assertThat(changes.stream().map(Change::since)).isSorted();
        }
        assertThat(found).isBetween(95, 115);
    }

    private static long total(List<Sample> days) {
        return days.stream().mapToLong(Sample::failed).sum();
    }

    /** Twenty series without a shift, again and again: worlds with any are as rare as promised. */
    @Test
    void chanceAlone_makesAShiftInFewWorlds() {
        Random random = new Random(20);
        int worlds = 200;
        long withShift = IntStream.range(0, worlds)
                .filter(world -> Segmentation.of(
                                IntStream.range(0, 20)
                                        .mapToObj(i -> RateChangeTest.drawn(random, 25, 25, 50, 0.02 + 0.01 * i, 0))
                                        .toList(),
                                ANY)
                        .stream()
                        .anyMatch(cut -> !cut.places().isEmpty()))
                .count();

        assertThat(withShift).isLessThanOrEqualTo(worlds * 8 / 100);
    }

    @Test
    void nothing_isNotCut() {
        assertThat(Segmentation.of(List.of(), ANY)).isEmpty();
        assertThat(Segmentation.of(List.of(List.of()), ANY).get(0).changes()).isEmpty();
        assertThat(new Segmentation(List.of(new Sample(LocalDate.EPOCH, 0, 1)), List.of()).newest())
                .hasSize(1);
    }
}
