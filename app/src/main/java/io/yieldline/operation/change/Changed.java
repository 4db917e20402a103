package io.yieldline.operation.change;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.backup.Effect;
import io.yieldline.operation.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation took away or replaced, or would.
 *
 * @param what the change in words, such as {@code wipe of packing_daily}
 * @param dryRun whether nothing was changed
 * @param effects what changes in each table: the blast radius
 * @param backup the backup that was taken before; null at a dry run, and where there was nothing to lose
 * @param run the run to undo; null where there is none
 */
public record Changed(
        String what,
        boolean dryRun,
        List<Effect> effects,
        @Nullable String backup,
        @Nullable Long run) implements Result {
    @Override
    public ExitCode exitCode() {
        return ExitCode.DONE;
    }

    /** Marts follow the records and are not counted with them; where nothing but marts changes, their rows are. */
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
        String tables = effects.isEmpty() ? "nothing changes" : Counted.of(effects.size(), "table") + " changed";
        String undo = backup == null || run == null ? "" : "; undo with: undo " + run;
        return what + ": "
                + (dryRun ? tables.replace(" changed", " would change") : tables.replace("changes", "changed")) + undo;
    }
}
