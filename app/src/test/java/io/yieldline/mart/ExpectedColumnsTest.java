package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Sha256;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables of a plant should be is found out once, and kept in its home. */
class ExpectedColumnsTest {
    private static final String COLUMN = "export.sha256\ttext\n";

    @TempDir
    Path temp;

    @Test
    void areKeptWithWhatTheyDependOn() throws IOException {
        try (TestPlant plant = TestPlant.on(Engine.DUCKDB, temp)) {
            Path file = plant.home().expectedColumns();
            assertThat(ExpectedColumns.found(plant.parts(), "a")).isEqualTo(SchemaDrift.columns(plant.parts()));

            String others = Files.readString(file).replaceFirst(".*\n", "").replace(COLUMN, "");
            Files.writeString(file, Sha256.of("a" + others) + "\n" + others);
            assertThat(ExpectedColumns.found(plant.parts(), "a")).as("kept").doesNotContainKey("export.sha256");
            assertThat(ExpectedColumns.found(plant.parts(), "b"))
                    .as("of another program")
                    .containsEntry("export.sha256", "text");
            assertThat(Files.readString(file)).contains(COLUMN);
        }
    }

    @Test
    void whatIsNotWhole_isFoundOutAgain() throws IOException {
        try (TestPlant plant = TestPlant.on(Engine.DUCKDB, temp)) {
            Path file = plant.home().expectedColumns();
            ExpectedColumns.found(plant.parts(), "a");
            String whole = Files.readString(file);
            for (String damaged : new String[] {"", "a", whole.substring(0, 500), whole.replace(COLUMN, "")}) {
                Files.writeString(file, damaged);
                assertThat(ExpectedColumns.found(plant.parts(), "a")).containsEntry("export.sha256", "text");
                assertThat(Files.readString(file)).isEqualTo(whole);
            }
        }
    }
}
