package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MartsTest {
    private final Marts marts = Marts.builtIn();

    @Test
    void everyFileIsAKnownMart() throws Exception {
        assertThat(names(marts.all())).containsExactlyInAnyOrderElementsOf(files("station_hourly.sql"));
        assertThat(names(marts.units())).containsExactlyInAnyOrderElementsOf(files("unit/unit_start.sql"));
    }

    @Test
    void standInTheOrderOfTheirStepsAndThenOfTheirNames() {
        List<Mart> bySteps = Stream.of(RefreshStep.values())
                .flatMap(step -> marts.of(step).stream())
                .map(marts::get)
                .toList();

        assertThat(marts.all()).isEqualTo(bySteps);
        assertThat(marts.of(RefreshStep.WEEKLY_YIELDS))
                .containsExactly("first_pass_weekly", "station_yield_weekly", "week_starters");
        assertThat(marts.of(RefreshStep.OTHER)).isEmpty();
    }

    @Test
    void everyMartIsMadeFromAFeedOrAUnitTable() {
        assertThat(marts.all())
                .allSatisfy(mart -> assertThat(
                                List.of("workstation", "testboard", "unit_packing", "unit_start", "unit_station"))
                        .contains(mart.source()));
    }

    @Test
    void selectKeepsTheOrderOfTheMarts() {
        assertThat(marts.names(List.of("packing_daily", "week_starters")))
                .containsExactly("week_starters", "packing_daily");
        assertThat(marts.names(List.of())).isEqualTo(names(marts.all()));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> marts.names(List.of("packing")))
                .hasMessageStartingWith("unknown mart \"packing\"; valid values: p_chart_daily, station_yield_daily, ");
    }

    @Test
    void aViewSaysWhichDayOrWeekItsRowsAreAbout() {
        assertThat(Views.named("packing_weekly").orElseThrow().period()).contains(new PeriodColumn("week", true));
        assertThat(Views.named("etl_v2.packing_daily_summary").orElseThrow().period())
                .contains(new PeriodColumn("pack_date", false));
        assertThat(Views.named("etl_v2.snfn_master_log").orElseThrow().period()).isEmpty();
        assertThat(Views.named("packing_weekly").orElseThrow().about())
                .isEqualTo(
                        "Packing records and packed units per ISO week of the output day and model. A unit that is packed"
                                + " again counts again in packed; in units it counts once, in the week of its first packing.");
    }

    private static List<String> names(List<Mart> marts) {
        return marts.stream().map(Mart::name).toList();
    }

    private static List<String> files(String oneOfThem) throws IOException, URISyntaxException {
        URL file = Objects.requireNonNull(Marts.class.getResource(oneOfThem));
        try (Stream<Path> files = Files.list(Path.of(file.toURI()).getParent())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.replace(".sql", ""))
                    .toList();
        }
    }
}
