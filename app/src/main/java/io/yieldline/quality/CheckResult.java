package io.yieldline.quality;

import io.yieldline.mart.DayRange;
import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.quality.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a check, in numbers.
 *
 * @param days the days that it covers; open for all that the check looks at by itself
 * @param failing number of failing items
 * @param total number of checked items; null if not countable
 * @param findings number of findings
 */
public record CheckResult(
        String check,
        String title,
        Dimension dimension,
        Severity severity,
        DayRange days,
        Outcome outcome,
        long failing,
        @Nullable Long total,
        long findings) {}
