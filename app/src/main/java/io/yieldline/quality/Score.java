package io.yieldline.quality;

import io.yieldline.quality.Finding.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data-quality score, from 0 to 100. The share of a check is its passing part; a dimension is the weighted
 * mean of the shares of its checks, with weight {@value #ERROR_WEIGHT} for errors and {@value #WARN_WEIGHT} for
 * warnings; the total is the mean of the dimensions. A check without data has no share.
 *
 * @param points the total; null if no check has data
 * @param dimensions all five, in order
 * @param shares the contribution of each check
 */
public record Score(@Nullable BigDecimal points, List<DimensionScore> dimensions, List<Share> shares) {
    /** The printed formula. */
    public static final String FORMULA =
            "dimension = 100 x sum(weight x good / total) / sum(weight), weight 3 for error and"
                    + " 1 for warn checks; whole = mean of the dimensions";

    private static final int ERROR_WEIGHT = 3;
    private static final int WARN_WEIGHT = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Computes the score from check results. */
    public static Score of(List<CheckResult> results) {
        List<Share> shares = results.stream()
                .filter(result -> result.total() != null && result.total() > 0)
                .map(Share::of)
                .toList();
        List<DimensionScore> dimensions = Arrays.stream(Dimension.values())
                .map(dimension -> DimensionScore.of(dimension, shares))
                .toList();
        return new Score(mean(dimensions), dimensions, shares);
    }

    private static @Nullable BigDecimal mean(List<DimensionScore> dimensions) {
        List<DimensionScore> known =
                dimensions.stream().filter(dimension -> dimension.weight() > 0).toList();
        BigDecimal sum = known.stream()
                .map(dimension -> quotient(dimension.earned().multiply(HUNDRED), dimension.weight(), 10))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return known.isEmpty() ? null : quotient(sum, known.size(), 2);
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
        static DimensionScore of(Dimension dimension, List<Share> all) {
            List<Share> shares =
                    all.stream().filter(share -> share.dimension() == dimension).toList();
            long weight = shares.stream().mapToLong(Share::weight).sum();
            BigDecimal earned = shares.stream().map(Share::earned).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new DimensionScore(
                    dimension,
                    shares.size(),
                    earned,
                    weight,
                    weight == 0 ? null : quotient(earned.multiply(HUNDRED), weight, 2));
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
