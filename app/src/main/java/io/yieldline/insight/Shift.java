package io.yieldline.insight;

import io.yieldline.Ratio;
import io.yieldline.control.Centre;
import io.yieldline.control.Segmentation.Change;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A day from which a subject fails at another rate.
 *
 * @param subject what fails
 * @param change the day, the units since the shift before it, those up to the next one, and the evidence
 */
public record Shift(Subject subject, Change change) {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ROOT);
    private static final double SMALL = 0.0001;

    /** Whether it fails more than before. */
    public boolean worse() {
        return after().value() > before().value();
    }

    /** Failed of judged units before. */
    public Ratio before() {
        return ratio(change.before());
    }

    /** Failed of judged units from the day on. */
    public Ratio after() {
        return ratio(change.after());
    }

    private static Ratio ratio(Centre units) {
        return new Ratio(units.failed(), units.judged());
    }

    /** The shift in one sentence. */
    public String words() {
        return subject.words() + " fails " + (worse() ? "more" : "less") + " since " + since() + ": "
                + after().percent() + " (" + units(after()) + "), before " + before().percent() + " ("
                + units(before()) + ").";
    }

    private String since() {
        return WEEKDAY.format(change.since());
    }

    private static String units(Ratio ratio) {
        return String.format(Locale.ROOT, "%,d of %,d units", ratio.numerator(), ratio.denominator());
    }

    /** The p-value for people, such as {@code p = 0.0087} or {@code p < 0.0001}. */
    public String chance() {
        return change.p() < SMALL ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", change.p());
    }
}
