package io.yieldline.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.yieldline.InvalidInput;
import io.yieldline.insight.Split.Group;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class YieldChangeTest {
    private static final int PAIRS = 10_000;

    /** Both part numbers became better, and the pooled yield fell: Simpson's paradox. */
    @Test
    void fallOfAPooledYield_isMix_whereEveryGroupRose() {
        YieldChange change = change(group("FCT", "EASY", 855, 900, 99, 100), group("FCT", "HARD", 75, 100, 720, 900));

        Terms terms = Objects.requireNonNull(change.whole().terms());
        assertThat(change.whole().change()).isEqualTo(BigFraction.of(-111, 1000));
        assertThat(terms.mix()).isEqualTo(BigFraction.ZERO);
        Terms groups = Objects.requireNonNull(change.stations().get(0).split().terms());
        assertThat(groups.mix().doubleValue()).isEqualTo(-0.156, within(1e-12));
        assertThat(groups.rate().doubleValue()).isEqualTo(0.045, within(1e-12));
    }

    @Test
    void groupsThatCameOrWent_areTermsOfTheirOwn() {
        Split split = change(
                        group("FI", "A", 9, 10, 0, 0), group("FI", "B", 0, 0, 1, 2), group("FI", "C", 10, 10, 8, 8))
                .stations()
                .get(0)
                .split();

        assertThat(split.parts().stream()
                        .map(part -> Objects.requireNonNull(part.terms()))
                        .map(terms -> List.of(
                                terms.mix().signum(),
                                terms.rate().signum(),
                                terms.added().signum(),
                                terms.gone().signum())))
                .containsExactly(List.of(0, 0, 0, 1), List.of(0, 0, -1, 0), List.of(1, 0, 0, 0));
    }

    @Test
    void stationOfOnePeriodOnly_isNotCompared_butIsAPartOfTheWhole() {
        YieldChange change = change(group("FI", "A", 9, 10, 8, 10), group("SCRAP", "A", 0, 0, 0, 5));

        assertThat(change.notCompared()).containsExactly("SCRAP");
        assertThat(ChangeTables.stations(change).rows()).hasSize(1);
        assertThat(ChangeTables.groups(change).rows()).hasSize(1);
        assertThat(Objects.requireNonNull(change.whole().terms()).added()).isNotEqualTo(BigFraction.ZERO);
    }

    @Test
    void repairStation_isALineOfItsOwn_andNoPartOfTheWhole() {
        YieldChange change = change(group("FI", "A", 9, 10, 8, 10), group("REPAIR", "A", 5, 10, 1, 10));

        assertThat(change.whole().change()).isEqualTo(BigFraction.of(-1, 10));
        assertThat(change.rolled().change()).isEqualTo(-0.1, within(1e-12));
        assertThat(ChangeTables.stations(change).rows()).hasSize(2);
        assertThat(ChangeTables.parts(change).rows()).hasSize(1);
        assertThat(change.repair()).containsExactly("REPAIR");
    }

    @Test
    void singleDays_areAPeriodWithoutThoseBetweenThem() {
        Period days = Period.ofDays(List.of(LocalDate.of(2025, 5, 5), LocalDate.of(2025, 5, 2)));

        assertThat(days.words()).isEqualTo("2025-05-02 to 2025-05-05, without 2025-05-03, 2025-05-04");
        assertThat(days.sql())
                .isEqualTo("day between date '2025-05-02' and date '2025-05-05'"
                        + " and day not in (date '2025-05-03', date '2025-05-04')");
    }

    @Test
    void changeOfRandomPeriods_isTheSumOfItsParts_onBothLevels() {
        Random random = new Random(14);
        int compared = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            YieldChange change = change(groups(random));
            compared += addsUp(change.whole()) ? 1 : 0;
            change.stations().forEach(station -> addsUp(station.split()));
            double parts = change.rolled().parts().stream()
                    .mapToDouble(RolledChange.Part::share)
                    .sum();
            assertThat(parts).isEqualTo(change.rolled().change(), within(1e-12));
        }
        assertThat(compared).isGreaterThan(PAIRS / 2);
    }

    private static boolean addsUp(Split split) {
        Terms terms = split.terms();
        if (terms == null) {
            return false;
        }
        assertThat(terms.sum()).isEqualTo(split.change());
        List<BigDecimal> shown = Points.of(List.of(terms.mix(), terms.rate(), terms.added(), terms.gone()));
        assertThat(shown.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(Points.of(List.of(terms.sum())).get(0));
        return true;
    }

    private static Group[] groups(Random random) {
        List<Group> groups = new ArrayList<>();
        for (int station = random.nextInt(3); station >= 0; station--) {
            for (int part = random.nextInt(3); part >= 0; part--) {
                int before = random.nextInt(4) == 0 ? 0 : random.nextInt(500);
                int after = random.nextInt(4) == 0 ? 0 : random.nextInt(500);
                groups.add(group(
                        "S" + station,
                        "P" + part,
                        random.nextInt(before + 1),
                        before,
                        random.nextInt(after + 1),
                        after));
            }
        }
        return groups.toArray(Group[]::new);
    }

    private static Group group(String station, String part, int passedBefore, int before, int passedAfter, int after) {
        return new Group(List.of(station, part), new Judged(passedBefore, before), new Judged(passedAfter, after));
    }

    private static YieldChange change(Group... groups) {
        Period april = Period.parse("2025-04-01..2025-04-30");
        return YieldChange.of(
                new ChangeQuestion(april, april, Map.of(), List.of(Dimension.PART_NUMBER)),
                List.of(groups),
                Set.of("REPAIR"));
    }

    @Test
    void periodsAreDaysWeeksOrRanges() {
        assertThat(Period.parse("2025-W18")).isEqualTo(Period.parse("2025-04-28..2025-05-04"));
        assertThat(Period.parse("2025-04-15").before().words()).isEqualTo("2025-04-14");
        assertThat(Period.parse("2025-W18").before()).isEqualTo(Period.parse("2025-W17"));
        Period wednesday = Period.parse("2025-05-14");
        assertThat(wednesday.weeksBefore().sameWeekdaysAs(wednesday).weekdays()).containsExactly(DayOfWeek.WEDNESDAY);
        assertThat(wednesday.weeksBefore().from()).isEqualTo(LocalDate.of(2025, 4, 16));
        for (String wrong : List.of("may", "2025-W18..2025-W19", "2025-04-31", "2025-04-01..", "a..b..c")) {
            assertThatThrownBy(() -> Period.parse(wrong)).as(wrong).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> Period.parse("2025-04-02..2025-04-01"))
                .hasMessage("the range 2025-04-02 to 2025-04-01 ends before it starts");
    }
}
