package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The home that stands for all plants of this version. {@code -Dyieldline.homes=write} packs it for the tests of later
 * versions.
 */
@Tag("engines")
class SampleHomeTest {
    @TempDir
    Path temp;

    @Test
    void everyTableHasRows() throws IOException {
        SampleHome.make(temp, "duckdb");

        assertThat(Files.readAllLines(temp.resolve("home").resolve(SampleHome.COUNTS_FILE)))
                .allMatch(line -> line.contains("_history ") || !line.endsWith(" 0"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void isPackedOnRequest(Engine engine) throws IOException {
        assumeTrue("write".equals(System.getProperty("yieldline.homes")), "only with -Dyieldline.homes=write");
        HomeFile packed = HomeFile.of(HomeFile.versions().get(0), engine);
        assertThat(packed.exists())
                .as("%s: the home of a version is made once, by that version", packed.file())
                .isFalse();
        String database = TestDatabases.fresh(engine);
        SampleHome.make(temp, database);
        packed.pack(temp.resolve("home"), database);
    }
}
