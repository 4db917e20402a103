package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ten working days pack two units at 08:00 and one more each day at 15:00, the eleventh has packed three when it is asked. */
abstract class OutputContract extends ServedContract {
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 19);
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);

    OutputContract() {
        super(Role.VIEWER);
    }

    @Override
    ServedPlant served() {
        return ServedPlant.copy("output", engine(), temp, OutputContract::exports);
    }

    static List<Path> exports(Path folder) {
        List<String> rows = new ArrayList<>();
        List<LocalDate> days = FIRST.datesUntil(TODAY)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
        for (int i = 0; i < days.size(); i++) {
            pack(rows, days.get(i) + " 08:00:00", 2);
            pack(rows, days.get(i) + " 15:00:00", i + 1);
        }
        pack(rows, "2025-05-24 09:00:00", 1);
        pack(rows, TODAY + " 07:30:00", 3);
        rows.add(TinyExport.row("1700001", "PACKING", TODAY + " 07:10:00", "Fail"));
        rows.add(TinyExport.row("1700002", "FI", "2025-05-30 09:00:00", "SCRAP"));
        rows.add(TinyExport.row("1700002", "SCRAP", "2025-05-30 10:00:00", "Scrap"));
        rows.add(TinyExport.row("1700003", "FI", "2025-05-30 11:00:00", "Fail"));
        return List.of(TinyExport.write(folder.resolve("workstation.csv"), rows.toArray(String[]::new)));
    }

    private static void pack(List<String> rows, String end, int units) {
        for (int i = 0; i < units; i++) {
            rows.add(TinyExport.row("%07d".formatted(1_710_000 + rows.size()), "PACKING", end, "Pass"));
        }
    }

    @Test
    void theDayThatRuns_hasWhatIsPackedUntilItsNewestRecord_andWhatItEndsAt() {
        JsonNode forecast = json("/forecast");

        assertThat(forecast.path("day").asString()).isEqualTo("2025-06-02");
        assertThat(forecast.path("as_of").asString()).isEqualTo("2025-06-02T07:30:00");
        assertThat(forecast.path("over").asBoolean()).isFalse();
        assertThat(forecast.path("rows").get(0).toString())
                .isEqualTo(
                        "{\"model\":null,\"packed\":3,\"usual\":0,\"low\":6,\"likely\":11,\"high\":15,\"past_days\":10,"
                                + "\"tried\":1,\"held\":0}");
        assertThat(forecast.path("rows").get(1).path("model").asString()).isEqualTo("Tesla SXM4");
    }

    @Test
    void aDayThatIsOverHasNoInterval_butCanBeAskedUntilATime() {
        assertThat(row("/forecast?day=2025-05-30"))
                .isEqualTo("{\"model\":null,\"packed\":12,\"usual\":7,\"low\":null,\"likely\":null,\"high\":null,"
                        + "\"past_days\":9,\"tried\":0,\"held\":0}");
        assertThat(row("/forecast?day=2025-05-30&at=12:00"))
                .isEqualTo("{\"model\":null,\"packed\":2,\"usual\":2,\"low\":3,\"likely\":7,\"high\":11,"
                        + "\"past_days\":9,\"tried\":0,\"held\":0}");
        assertThat(json("/forecast?day=2025-06-01").path("rows").size()).isZero();
        assertThat(plant.get("/forecast?at=noon", asker).detail())
                .isEqualTo("at \"noon\" is not a valid time of day; write it as 06:00");
    }

    @Test
    void aScrappedUnitCountsOnce_whereItWasScrappedFirst() {
        JsonNode scrap = json("/scrap?from=2025-05-30&to=2025-06-02");

        assertThat(scrap.path("rows").toString())
                .isEqualTo("[{\"day\":\"2025-05-30\",\"serial_number\":\"1700002\",\"model\":\"Tesla SXM4\","
                        + "\"part_number\":\"692-1\",\"station\":\"FI\",\"ended_at\":\"2025-05-30T09:00:00\"}]");
        assertThat(json("/scrap?from=2025-06-01&to=2025-06-02").path("total").asInt())
                .isZero();
    }

    private String row(String path) {
        return json(path).path("rows").get(0).toString();
    }
}
