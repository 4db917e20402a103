package io.yieldline.insight;

import io.yieldline.warehouse.Table;

/**
 * Who fails more units than the mix explains, for programs.
 *
 * @param days the days, in words
 * @param of what is suspected
 * @param basis what is counted
 * @param stratum which units are compared with each other
 * @param units the units
 * @param failed those of them that failed
 * @param judged how many are judged
 * @param falseShare the accepted share of false ones among the suspects; if nobody is bad, the chance of any suspect at all
 * @param suspects everybody, also those that are not judged
 * @param strata what each suspect is compared with
 */
public record SuspectsAnswer(
        String days,
        String of,
        String basis,
        String stratum,
        long units,
        long failed,
        long judged,
        double falseShare,
        Table suspects,
        Table strata) {
    /** The answer to a question. */
    public static SuspectsAnswer of(SuspectsQuestion question, Suspects suspects) {
        Suspected of = question.of();
        return new SuspectsAnswer(
                question.period().words(),
                of.word(),
                "first judged run of each unit (serial number and model) at a station, " + of.logInWords(),
                of.strataInWords(),
                suspects.units(),
                suspects.failed(),
                suspects.judged().size(),
                Suspects.FALSE_SHARE,
                SuspectTables.all(suspects),
                SuspectTables.strata(suspects));
    }
}
