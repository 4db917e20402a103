package io.yieldline.insight;

/**
 * What became of units that failed their first judged run: the next judged run at the station.
 *
 * @param units all units, passed ones included
 * @param failed those that failed
 * @param same retested on the same fixture, after a repair or not
 * @param samePassed those of them that passed
 * @param other retested on another fixture, after a repair or not
 * @param otherPassed those of them that passed
 * @param repairedSame retested on the same fixture after a repair
 * @param repairedSamePassed those of them that passed
 * @param repairedOther retested on another fixture after a repair
 * @param repairedOtherPassed those of them that passed
 */
public record RetestCounts(
        long units,
        long failed,
        long same,
        long samePassed,
        long other,
        long otherPassed,
        long repairedSame,
        long repairedSamePassed,
        long repairedOther,
        long repairedOtherPassed) {
    /** No unit. */
    static final RetestCounts NONE = new RetestCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static RetestCounts of(Retest retest) {
        long units = retest.units();
        long same = retest.retest().equals("same") ? units : 0;
        long other = retest.retest().equals("other") ? units : 0;
        int passed = retest.passed() ? 1 : 0;
        int repaired = retest.repaired() ? 1 : 0;
        return new RetestCounts(
                units,
                retest.failed() ? units : 0,
                same,
                same * passed,
                other,
                other * passed,
                same * repaired,
                same * repaired * passed,
                other * repaired,
                other * repaired * passed);
    }

    RetestCounts plus(RetestCounts more) {
        return new RetestCounts(
                units + more.units,
                failed + more.failed,
                same + more.same,
                samePassed + more.samePassed,
                other + more.other,
                otherPassed + more.otherPassed,
                repairedSame + more.repairedSame,
                repairedSamePassed + more.repairedSamePassed,
                repairedOther + more.repairedOther,
                repairedOtherPassed + more.repairedOtherPassed);
    }

    /** Failed units without a later run at the station. */
    public long notRetested() {
        return failed - same - other;
    }

    /** Retested, on whatever fixture, without a repair. */
    public long unrepaired() {
        return same + other - repairedSame - repairedOther;
    }

    /** Those of {@link #unrepaired} that passed. */
    public long unrepairedPassed() {
        return samePassed + otherPassed - repairedSamePassed - repairedOtherPassed;
    }

    /** Retested after a repair. */
    public long repaired() {
        return repairedSame + repairedOther;
    }

    /** Those of {@link #repaired} that passed. */
    public long repairedPassed() {
        return repairedSamePassed + repairedOtherPassed;
    }
}
