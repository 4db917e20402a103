package io.yieldline.quality;

import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.quality.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a check, in numbers.
 *
 * @param failing number of failing items
 * @param total number of checked items; null if not countable
 * @param findings number of findings
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
