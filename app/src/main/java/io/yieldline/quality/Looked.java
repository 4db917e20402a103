package io.yieldline.quality;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How much of the records a check looked at.
 *
 * @param asked how many answers it asked for, most of them for one month
 * @param carried how many answers it carried on from earlier checks, because nothing changed that decides them
 * @param since when the oldest answer that it carried on was found, in plant time; null if it looked at everything
 */
public record Looked(long asked, long carried, @Nullable LocalDateTime since) {
    /** At all that it checks. */
    static final Looked EVERYTHING = new Looked(0, 0, null);

    /** Whether it looked at what changed, and carried on the rest. */
    public boolean onlyChanges() {
        return carried > 0;
    }

    /** With one more answer. */
    Looked and(KeptAnswer answer, boolean carriedOn) {
        if (!carriedOn) {
            return new Looked(asked + 1, carried, since);
        }
        boolean older = since == null || answer.askedAt().isBefore(since);
        return new Looked(asked, carried + 1, older ? answer.askedAt() : since);
    }
}
