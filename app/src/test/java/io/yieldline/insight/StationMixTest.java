package io.yieldline.insight;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.yieldline.TinyExport;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What part of a change comes from other units than before. */
class StationMixTest {
    @TempDir
    Path folder;

    /** It is a finding of a check; a look at all stations must not end with it. */
    @Test
    void aUnitWithoutModelIsOfNoStation() {
        try (TestPlant plant = TestPlant.on(Engine.DUCKDB, folder.resolve("home"))) {
            plant.load(TinyExport.write(folder));
            plant.warehouse().writeAll(session -> session.execute("update workstation_master_log set model = null"));

            assertThatCode(() -> plant.warehouse()
                            .read(session -> StationMix.of(
                                    session,
                                    Set.of("FI", "FCT"),
                                    LocalDate.of(2025, 1, 1),
                                    LocalDate.of(2025, 12, 31))))
                    .doesNotThrowAnyException();
        }
    }
}
