package io.yieldline.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The units of a station, a fixture and an error code, each asked for in every way. */
class SubjectUnitsTest {
    private static final Period DAY = Period.parse("2025-04-15");
    private static final Map<Dimension, String> FLA = Map.of(Dimension.MODEL, "A", Dimension.STATION, "FLA");
    private static final Map<Dimension, String> ON_ONE =
            Map.of(Dimension.MODEL, "A", Dimension.STATION, "FLA", Dimension.FIXTURE, "ONE");

    @TempDir
    Path folder;

    @Test
    void aCodeLimitsWhatFailed_andNotWhichUnitsThereAre() throws IOException {
        Path export = Files.write(
                folder.resolve("t.csv"),
                List.of(
                        "SN,PN,Model,Work station process,Workstation Name,History station start time,"
                                + "History station end time,History station passing status,Failure reasons,Fixture No",
                        "1700001,P,A,T,FLA,2025-04-15 20:45:00,2025-04-15 20:45:00,Fail,EC665,ONE",
                        "1700002,P,A,T,FLA,2025-04-15 20:46:00,2025-04-15 20:46:00,Fail,EC140,TWO",
                        "1700003,P,A,T,FLA,2025-04-15 20:47:00,2025-04-15 20:47:00,Pass,,ONE"));
        try (TestPlant plant = TestPlant.on(Engine.DUCKDB, folder.resolve("home"))) {
            plant.load(export);

            assertThat(units(plant, FLA, null)).containsExactly(true, 3L, 2L, 2);
            assertThat(units(plant, FLA, "EC665")).containsExactly(true, 3L, 1L, 1);
            assertThat(units(plant, ON_ONE, "EC665")).containsExactly(true, 2L, 1L, 1);
            assertThat(units(plant, ON_ONE, "EC140").subList(0, 3)).containsExactly(true, 2L, 0L);
            assertThat(plant.warehouse()
                            .<Boolean>read(new SubjectUnits(Period.parse("2025-04-16"), true, FLA, "EC665")::any))
                    .isFalse();
        }
    }

    /** Whether there is any; units and failed of the day; the number of rows of failed units. */
    private static List<Object> units(TestPlant plant, Map<Dimension, String> scope, String code) {
        SubjectUnits units = new SubjectUnits(DAY, true, scope, code);
        return plant.warehouse()
                .read(session -> Stream.concat(
                                Stream.of((Object) units.any(session)),
                                Stream.concat(
                                        units.byDay(session).rows().get(0).stream()
                                                .skip(1),
                                        Stream.of((Object)
                                                units.failed(session, 10).rows().size())))
                        .toList());
    }
}
