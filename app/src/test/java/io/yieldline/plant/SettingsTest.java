package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String FEWEST = "plant: p\nzone: Asia/Tokyo\n";

    @Test
    void whatIsLeftOut_hasItsDefault() {
        assertThat(settings(FEWEST))
                .isEqualTo(new Settings(
                        "p",
                        ZoneId.of("Asia/Tokyo"),
                        Profile.PLANT,
                        "duckdb",
                        2,
                        BigDecimal.valueOf(5),
                        1024,
                        320,
                        Map.of()));
        assertThat(settings(FEWEST).embedded()).isTrue();
    }

    @Test
    void everyKey_isRead() {
        Settings settings = settings(FEWEST + """
                profile: etl-v2
                database: jdbc:postgresql://db/yield
                ingest: {readers: 8, reject_threshold_percent: 0.5, reserve_megabytes: 50}
                duckdb: {memory_megabytes: 1024}
                """);

        assertThat(settings)
                .isEqualTo(new Settings(
                        "p",
                        ZoneId.of("Asia/Tokyo"),
                        Profile.ETL_V2,
                        "jdbc:postgresql://db/yield",
                        8,
                        new BigDecimal("0.5"),
                        50,
                        1024,
                        Map.of()));
        assertThat(settings.embedded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            zone: UTC ~ 1: "plant" is missing
            plant: p ~ 1: "zone" is missing
            plant: [p] ~ 1: must be a single value
            {plant: p, zone: Mars} ~ 1: "Mars" is not a valid time zone; write a name such as America/New_York
            {plant: p, zone: UTC, profil: plant} ~ 1: unknown key "profil"; valid values: plant, zone, profile, database, ingest, duckdb, serve, schedule, checks, alerts, report, backup, rate_shifts, retests, store, query
            {plant: p, zone: UTC, profile: etl} ~ 1: "etl" is not one of plant, etl-v2
            {plant: p, zone: UTC, ingest: 3} ~ 1: must be a list of "key: value" lines
            {plant: p, zone: UTC, ingest: {reader: 3}} ~ 1: unknown key "reader"; valid values: readers, reject_threshold_percent, reserve_megabytes
            {plant: p, zone: UTC, ingest: {readers: 0}} ~ 1: "0" is not a whole number from 1 to 64
            {plant: p, zone: UTC, ingest: {readers: 2.5}} ~ 1: "2.5" is not a whole number from 1 to 64
            {plant: p, zone: UTC, ingest: {readers: two}} ~ 1: "two" is not a number
            {plant: p, zone: UTC, ingest: {reject_threshold_percent: 101}} ~ 1: "101" is not from 0 to 100
            {plant: p, zone: UTC, ingest: {reject_threshold_percent: -1}} ~ 1: "-1" is not from 0 to 100
            {plant: p, zone: UTC, duckdb: {memory_megabytes: 63}} ~ 1: "63" is not a whole number from 64 to 1000000
            """)
    void wrongValue_isRefusedWithItsLine(String yaml, String message) {
        assertThatThrownBy(() -> settings(yaml))
                .isInstanceOf(UserError.class)
                .hasMessage("yieldline.yaml:" + message)
                .extracting(error -> ((UserError) error).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void line_isThatOfTheValue() {
        assertThatThrownBy(() -> settings(FEWEST + "ingest:\n  readers: 99\n"))
                .hasMessage("yieldline.yaml:4: \"99\" is not a whole number from 1 to 64");
    }

    private static Settings settings(String yaml) {
        return Settings.of(YamlNode.parse("yieldline.yaml", yaml));
    }
}
