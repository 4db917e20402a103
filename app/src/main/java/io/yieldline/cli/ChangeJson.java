package io.yieldline.cli;

import io.yieldline.insight.ChangeTables;
import io.yieldline.insight.RolledChange;
import io.yieldline.insight.YieldChange;
import io.yieldline.warehouse.Table;
import java.util.List;

/**
 * Why a yield changed, for programs.
 *
 * @param before the period before, in words
 * @param after the period after, in words
 * @param whole the change of all records, without those of repair, debug and scrap
 * @param parts what each station contributes to the change of the whole
 * @param stations the change of each station
 * @param notCompared stations with judged records in one of the periods only
 * @param groups what each group contributes to the change of its station
 * @param rolled what each station contributes to the change of the rolled yield
 * @param rolledBefore the rolled yield before
 * @param rolledAfter the rolled yield after
 * @param notRolled stations that the rolled yield cannot have
 */
record ChangeJson(
        String before,
        String after,
        Table whole,
        Table parts,
        Table stations,
        List<String> notCompared,
        Table groups,
        Table rolled,
        double rolledBefore,
        double rolledAfter,
        List<String> notRolled) {
    static ChangeJson of(YieldChange change) {
        RolledChange rolled = change.rolled();
        return new ChangeJson(
                change.question().before().words(),
                change.question().after().words(),
                ChangeTables.whole(change),
                ChangeTables.parts(change),
                ChangeTables.stations(change),
                change.notCompared(),
                ChangeTables.groups(change),
                ChangeTables.rolled(rolled),
                rolled.before(),
                rolled.after(),
                rolled.leftOut());
    }
}
