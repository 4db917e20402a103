package io.yieldline.insight;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What groups contribute to the change of a yield; the sum of all four is the change.
 *
 * @param mix because their share of the records changed
 * @param rate because their own yield changed
 * @param added because they are new
 * @param gone because they are gone
 */
public record Terms(BigFraction mix, BigFraction rate, BigFraction added, BigFraction gone) {
    /** Nothing changed. */
    static final Terms ZERO = new Terms(BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO);

    /**
     * The terms of one group. With w the share of the judged records, y the yield of the group, Y that of all, and means of before and
     * after: mix = (w1 - w0) (mean y - mean Y), rate = mean w (y1 - y0); a new group adds w1 (y1 - mean Y), one that is gone
     * -w0 (y0 - mean Y).
     */
    static Terms of(Judged before, Judged after, Judged allBefore, Judged allAfter) {
        BigFraction whole = mean(allBefore.yield(), allAfter.yield());
        if (before.none() || after.none()) {
            return new Terms(
                    BigFraction.ZERO,
                    BigFraction.ZERO,
                    before.none() ? weighted(after, allAfter, whole) : BigFraction.ZERO,
                    after.none() ? weighted(before, allBefore, whole).negate() : BigFraction.ZERO);
        }
        BigFraction shareBefore = before.shareOf(allBefore);
        BigFraction shareAfter = after.shareOf(allAfter);
        return new Terms(
                shareAfter
                        .subtract(shareBefore)
                        .multiply(mean(before.yield(), after.yield()).subtract(whole)),
                mean(shareBefore, shareAfter).multiply(after.yield().subtract(before.yield())),
                BigFraction.ZERO,
                BigFraction.ZERO);
    }

    private static BigFraction weighted(Judged group, Judged all, BigFraction whole) {
        return group.none()
                ? BigFraction.ZERO
                : group.shareOf(all).multiply(group.yield().subtract(whole));
    }

    private static BigFraction mean(BigFraction one, BigFraction other) {
        return one.add(other).divide(2);
    }

    Terms plus(Terms other) {
        return new Terms(mix.add(other.mix), rate.add(other.rate), added.add(other.added), gone.add(other.gone));
    }

    /** The part of the change that these groups explain. */
    public BigFraction sum() {
        return mix.add(rate).add(added).add(gone);
    }
}
