package io.yieldline.quality;

import io.yieldline.feed.Feeds;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a check looks at.
 *
 * @param from the first day that matters; null for the first that there is
 * @param to the last day that matters; null for the last that there is
 */
public record Inspection(
        Warehouse warehouse,
        Feeds feeds,
        Rules rules,
        InstantSource clock,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
