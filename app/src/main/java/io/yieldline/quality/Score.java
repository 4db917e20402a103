package io.yieldline.quality;

import io.yieldline.Counted;
import io.yieldline.Percent;
import io.yieldline.quality.Finding.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data-quality score, from 0 to 100. The share of a check is its passing part; a dimension is the weighted
 * mean of the shares of its checks, with weight {@value #ERROR_WEIGHT} for errors and {@value #WARN_WEIGHT} for
 * warnings; the total is the mean of the dimensions. A check without data has no share. No part of it is 100 while one of its checks has a finding.
 *
 * @param points the total; null if no check has data
 * @param dimensions all five, in order
 * @param shares the contribution of each check with data
 * @param checks the number of checks that the plant has
 */
public record Score(@Nullable BigDecimal points, List<DimensionScore> dimensions, List<Share> shares, int checks) {
    /** The printed formula. */
    public static final String FORMULA =
            "dimension = 100 x sum(weight x good / total) / sum(weight), weight 3 for error and"
                    + " 1 for warn checks; whole = mean of the dimensions";

    private static final int ERROR_WEIGHT = 3;
    private static final int WARN_WEIGHT = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_WITH_FINDINGS = new BigDecimal("99.99");

    /**
     * Computes the score from check results.
     *
     * @param checks the number of checks that the plant has
     */
    public static Score of(List<CheckResult> results, int checks) {
        List<Share> shares = results.stream()
                .filter(result -> result.total() != null && result.total() > 0)
                .map(Share::of)
                .toList();
        List<DimensionScore> dimensions = Arrays.stream(Dimension.values())
                .map(dimension -> DimensionScore.of(dimension, shares, clean(results, dimension)))
                .toList();
        boolean clean = Arrays.stream(Dimension.values()).allMatch(dimension -> clean(results, dimension));
        return new Score(mean(dimensions, clean), dimensions, shares, checks);
    }

    /** The score in words, with what it is made of: {@code 98.33 of 100, from 3 of 17 checks}. */
    public String words() {
        return points + " of 100, " + basis();
    }

    /** What it is made of: {@code from 3 of 17 checks}. */
    public String basis() {
        return "from " + shares.size() + " of " + Counted.of(checks, "check");
    }

    private static boolean clean(List<CheckResult> results, Dimension dimension) {
        return results.stream()
                .filter(result -> result.dimension() == dimension)
                .allMatch(result -> result.findings() == 0 && result.failing() == 0);
    }

    private static @Nullable BigDecimal mean(List<DimensionScore> dimensions, boolean clean) {
        List<DimensionScore> known =
                dimensions.stream().filter(dimension -> dimension.weight() > 0).toList();
        BigDecimal sum = known.stream()
                .map(dimension -> quotient(dimension.earned().multiply(HUNDRED), dimension.weight(), 10))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return known.isEmpty() ? null : shown(quotient(sum, known.size(), 10), clean);
    }

    /** A finding always shows, also one of checks whose rows are all good. */
    private static BigDecimal shown(BigDecimal points, boolean clean) {
        return clean ? Percent.held(points, 2) : Percent.held(points.min(MOST_WITH_FINDINGS), 2);
    }

    private static BigDecimal quotient(BigDecimal numerator, long denominator, int digits) {
        return numerator.divide(BigDecimal.valueOf(denominator), digits, RoundingMode.HALF_UP);
    }

    /**
     * A dimension.
     *
     * @param checks number of checks with data
     * @param earned the numerator: the sum of weight times share
     * @param weight the denominator: the sum of the weights
     * @param points 100 times numerator / denominator; null if the denominator is 0
     */
    public record DimensionScore(
            Dimension dimension,
            long checks,
            BigDecimal earned,
            long weight,
            @Nullable BigDecimal points) {
        static DimensionScore of(Dimension dimension, List<Share> all, boolean clean) {
            List<Share> shares =
                    all.stream().filter(share -> share.dimension() == dimension).toList();
            long weight = shares.stream().mapToLong(Share::weight).sum();
            BigDecimal earned = shares.stream().map(Share::earned).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new DimensionScore(
                    dimension,
                    shares.size(),
                    earned,
                    weight,
                    weight == 0 ? null : shown(quotient(earned.multiply(HUNDRED), weight, 10), clean));
        }
    }

    /**
     * The contribution of a check.
     *
     * @param good the numerator: number of passing items
     * @param total the denominator: number of checked items
     */
    public record Share(String check, Dimension dimension, long weight, long good, long total) {
        static Share of(CheckResult result) {
            long total = result.total() == null ? 0 : result.total();
            long weight = result.severity() == Severity.ERROR ? ERROR_WEIGHT : WARN_WEIGHT;
            return new Share(result.check(), result.dimension(), weight, Math.max(0, total - result.failing()), total);
        }

        /** Weight times share, to ten digits. */
        BigDecimal earned() {
            return quotient(BigDecimal.valueOf(weight).multiply(BigDecimal.valueOf(good)), total, 10);
        }
    }
}
