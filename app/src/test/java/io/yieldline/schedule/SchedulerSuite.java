package io.yieldline.schedule;

import io.yieldline.warehouse.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A schedule on a clock that tests move, in a new, empty warehouse each. */
abstract class SchedulerSuite {
    static final String DAILY = "schedule:\n  daily: {run: daily, cron: \"0 7 * * *\"}\n";
    static final String START = "2025-04-21T12:00:00Z";

    Warehouse warehouse;

    /** A new, empty warehouse. */
    abstract Warehouse warehouse();

    @BeforeEach
    void open() {
        warehouse = warehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    Simulation plant(String yaml) {
        return new Simulation(warehouse, START, yaml);
    }
}
