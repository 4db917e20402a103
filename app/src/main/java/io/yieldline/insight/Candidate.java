package io.yieldline.insight;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One that may be behind the failed units of a conclusion.
 *
 * @param of what it is, such as a fixture
 * @param name its name; a blank is empty
 * @param units the units that had their first run on it
 * @param failed those of them that failed
 * @param expected the failed units to be expected from the same work on others
 * @param pValue the probability of so many by chance, or of so few if fewer failed; null if it was not tested
 * @param verdict what the test says
 */
public record Candidate(
        Dimension of,
        String name,
        long units,
        long failed,
        double expected,
        @Nullable Double pValue,
        Verdict verdict) {

    /** What a test says of a candidate; false discoveries are controlled over all candidates of a kind. */
    public enum Verdict {
        /** It differs from the others by more than chance. */
        SUSPECT,
        /** It was tested: more units failed than expected, or fewer where that is asked, but not by more than chance. */
        NOT_SHOWN,
        /** It was tested: no more units failed than expected, or no fewer where that is asked. */
        RULED_OUT,
        /** It has fewer than {@value Suspect#LEAST_UNITS} units. */
        TOO_FEW,
        /** The others did fewer than {@value Suspect#LEAST_UNITS} units of the same work. */
        NOT_COMPARED;

        /** In words. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
