package io.yieldline.quality;

import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.quality.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How a check ended, in numbers.
 *
 * @param failing how many were not as they should be
 * @param total out of how many; null where that cannot be counted
 * @param findings how many findings it had
 */
public record CheckResult(
        String check,
        String title,
        Dimension dimension,
        Severity severity,
        Outcome outcome,
        long failing,
        @Nullable Long total,
        long findings) {}
