package io.yieldline.finding;

import io.yieldline.control.Centre;
import io.yieldline.insight.Shift;
import io.yieldline.insight.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a subject fails at another rate than before.
 *
 * @param from the first day of those before it
 * @param since its first day
 * @param ended the day from which it is over; null while it lasts
 * @param reason why it is over; null while it lasts
 * @param before the units of the days before
 * @param after its units so far
 * @param p the probability of such a change by chance
 */
record Episode(
        Subject subject,
        LocalDate from,
        LocalDate since,
        @Nullable LocalDate ended,
        @Nullable EndReason reason,
        Centre before,
        Centre after,
        double p) {
    /**
     * The episodes of one series. Each change begins one, except two: a way back from a worse rate, which only ends it (the new rate is
     * nearer to the old one than to that of the episode), and a part of the way back, after which it goes on.
     *
     * @param shifts the changes of the series, in order
     * @param first the first day that was looked at
     */
    static List<Episode> of(List<Shift> shifts, LocalDate first) {
        List<Episode> all = new ArrayList<>();
        LocalDate from = first;
        @Nullable Episode open = null;
        for (Shift shift : shifts) {
            LocalDate day = shift.change().since();
            if (open != null && open.worse() && !shift.worse()) {
                if (open.back(shift)) {
                    all.add(open.over(day, EndReason.BACK));
                    open = null;
                } else {
                    open = open.longer(shift);
                }
            } else {
                if (open != null) {
                    all.add(open.over(day, EndReason.FOLLOWED));
                }
                open = begun(shift, from);
            }
            from = day;
        }
        if (open != null) {
            all.add(open);
        }
        return all;
    }

    private static Episode begun(Shift shift, LocalDate from) {
        return new Episode(
                shift.subject(),
                from,
                shift.change().since(),
                null,
                null,
                shift.change().before(),
                shift.change().after(),
                shift.change().p());
    }

    private boolean back(Shift shift) {
        double now = shift.change().after().share();
        return Math.abs(now - before.share()) <= Math.abs(now - after.share());
    }

    private Episode over(LocalDate day, EndReason why) {
        return new Episode(subject, from, since, day, why, before, after, p);
    }

    private Episode longer(Shift shift) {
        Centre more = shift.change().after();
        Centre sum = new Centre(after.failed() + more.failed(), after.judged() + more.judged());
        return new Episode(subject, from, since, null, null, before, sum, p);
    }

    boolean worse() {
        return after.share() > before.share();
    }

    /** The failed units that the rate before would have made. */
    double expected() {
        return after.judged() * before.share();
    }

    /** The failed units beyond those; negative if fewer fail. */
    double beyond() {
        return after.failed() - expected();
    }

    /** The last day of it, if the data reaches to this day. */
    LocalDate until(LocalDate last) {
        return ended == null ? last : ended.minusDays(1);
    }

    /** Whether both move in the same direction, at the same station. */
    boolean along(Episode other) {
        return worse() == other.worse()
                && subject.model().equals(other.subject.model())
                && subject.station().equals(other.subject.station());
    }

    /** Whether both began within so many days. */
    boolean near(Episode other, int days) {
        return Math.abs(since.toEpochDay() - other.since.toEpochDay()) <= days;
    }
}
