package io.yieldline.report;

import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Plant;
import io.yieldline.report.Figure.Key;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on the reports of a new plant on Monday, 21 April 2025. */
abstract class ReportSuite {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z"));
    static final LocalDate TUESDAY = LocalDate.of(2025, 4, 15);

    @TempDir
    Path folder;

    final Engine engine;
    TestPlant plant;
    Reports reports;

    ReportSuite(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = TestPlant.on(engine, folder.resolve("home"));
        reports = reports(CLOCK, null);
    }

    Reports reports(InstantSource clock, @Nullable LocalDate due) {
        return new Reports(new PlantParts(Plant.open(plant.home()), Marts.builtIn(), plant.warehouse(), clock), due);
    }

    Reports at(String instant, @Nullable LocalDate due) {
        return reports(InstantSource.fixed(Instant.parse(instant)), due);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    void load(Path export) {
        plant.load(export);
        plant.refresh();
    }

    void publish(LocalDate day) {
        reports.publish(daily(day), null);
    }

    Report daily(@Nullable LocalDate day) {
        return reports.daily(day, PlantStatus.unknown(), null);
    }

    Report weekly(@Nullable LocalDate day) {
        return reports.weekly(day, PlantStatus.unknown(), null);
    }

    static String oneLine(Report report) {
        return report.text().replaceAll("\\s+", " ");
    }

    static Key key(String period, String figure, String station) {
        return new Key(period, figure, "Tesla SXM4", station);
    }

    static Figure figure(String period, String figure, String station, long numerator, @Nullable Long denominator) {
        return new Figure(key(period, figure, station), numerator, denominator);
    }
}
