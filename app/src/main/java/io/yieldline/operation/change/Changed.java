package io.yieldline.operation.change;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.backup.Again;
import io.yieldline.backup.Effect;
import io.yieldline.operation.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect of a destructive operation or its dry run.
 *
 * @param what description, such as {@code wipe of packing_daily}
 * @param steps what is done beside changing rows, each in one line
 * @param dryRun whether nothing was changed
 * @param effects effect on each table
 * @param again the exports that are loaded again from the archive afterwards
 * @param backup the backup taken before; null for a dry run, and if there was no data
 * @param run the run to undo; null if none
 * @param freed the space given back; null if that was not tried
 * @param remarks what somebody should see beside it, such as findings that ended with their data
 */
public record Changed(
        String what,
        List<String> steps,
        boolean dryRun,
        List<Effect> effects,
        Again again,
        @Nullable String backup,
        @Nullable Long run,
        @Nullable Freed freed,
        List<String> remarks)
        implements Result {
    @Override
    public ExitCode exitCode() {
        return ExitCode.DONE;
    }

    /** Marts depend on the records and are not counted in addition; if only marts change, their rows are counted. */
    @Override
    public long rows() {
        boolean records = effects.stream().anyMatch(effect -> effect.count() == null);
        return effects.stream()
                .filter(effect -> !records || effect.count() == null)
                .mapToLong(Effect::rows)
                .sum();
    }

    @Override
    public String summary() {
        if (!steps.isEmpty()) {
            return what + ": " + Counted.of(steps.size(), "step") + (dryRun ? " to do" : " done") + undo();
        }
        String tables = effects.isEmpty() ? "nothing changes" : Counted.of(effects.size(), "table") + " changed";
        return what + ": "
                + (dryRun ? tables.replace(" changed", " would change") : tables.replace("changes", "changed"))
                + later()
                + undo();
    }

    private String later() {
        return again.exports() == 0
                ? ""
                : ", then " + again.text() + (dryRun ? " would be" : "") + " loaded again from the archive";
    }

    private String undo() {
        return backup == null || run == null ? "" : "; undo with: undo " + run;
    }
}
