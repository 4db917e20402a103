package io.yieldline.finding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the data finds.
 *
 * @param improvement whether fewer units fail
 * @param since the first day
 * @param ended the day from which it is over; null while it lasts
 * @param reason why it is over; null while it lasts
 * @param units the units since then
 * @param failed those of them that failed
 * @param expected the failed units to be expected
 * @param beyond the failed units beyond those, also of its mirror
 * @param beforeUnits the units before; null if it is not compared with an earlier time
 * @param beforeFailed those of them that failed
 * @param p the probability of it by chance, as a text
 * @param verdict what retests say; null if nothing was asked
 * @param ruledOut what does and does not explain it
 * @param sentence all of it in one sentence
 * @param parts what belongs to it and is no finding of its own
 */
record Found(
        FindingKind kind,
        FindingSubject subject,
        boolean improvement,
        LocalDate since,
        @Nullable LocalDate ended,
        @Nullable EndReason reason,
        long units,
        long failed,
        double expected,
        double beyond,
        @Nullable Long beforeUnits,
        @Nullable Long beforeFailed,
        String p,
        @Nullable String verdict,
        String ruledOut,
        String sentence,
        List<FindingSubject> parts) {
    boolean open() {
        return ended == null;
    }
}
