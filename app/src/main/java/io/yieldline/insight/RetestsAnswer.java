package io.yieldline.insight;

import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of failed units, for programs.
 *
 * @param days the days, in words
 * @param basis what is counted
 * @param units the units
 * @param failed those of them that failed
 * @param notRetested those of the failed ones without a later run at the station
 * @param leastRepairSeconds from which duration a record at a repair station is a repair
 * @param costPerHour what an hour of a repeated run costs; null if not set
 * @param falseShare the accepted share of false ones among the verdicts
 * @param fixtures by fixture
 * @param errorCodes by error code
 * @param stations by station
 */
public record RetestsAnswer(
        String days,
        String basis,
        long units,
        long failed,
        long notRetested,
        int leastRepairSeconds,
        @Nullable BigDecimal costPerHour,
        double falseShare,
        Table fixtures,
        Table errorCodes,
        Table stations) {
    /** The answer to a question. */
    public static RetestsAnswer of(RetestsQuestion question, Retests retests) {
        return new RetestsAnswer(
                question.period().words(),
                "units whose first judged run at a station failed, and their next judged run there, "
                        + Suspected.FIXTURE.logInWords(),
                retests.total().units(),
                retests.total().failed(),
                retests.total().notRetested(),
                retests.settings().leastRepairSeconds(),
                retests.settings().costPerHour(),
                Suspects.FALSE_SHARE,
                RetestTables.fixtures(retests),
                RetestTables.codes(retests),
                RetestTables.stations(retests));
    }
}
