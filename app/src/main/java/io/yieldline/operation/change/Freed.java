package io.yieldline.operation.change;

import io.yieldline.operation.Context;
import io.yieldline.plant.Space;
import io.yieldline.warehouse.Compaction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The space that a deletion gave back to the disk.
 *
 * @param bytesBefore size of the database on disk before its compaction
 * @param bytesAfter size after it
 * @param remark what was dropped, or why it is not smaller; null if there is nothing to say
 */
public record Freed(
        long bytesBefore, long bytesAfter, @Nullable String remark) {
    /** Compacts the database. The deletion is committed: that the space cannot be given back does not undo it. */
    static Freed of(Context context, Consumer<String> steps) {
        steps.accept("giving the space back to the disk");
        try {
            Compaction compaction = context.warehouse().compact();
            return new Freed(compaction.before(), compaction.after(), compaction.remark());
        } catch (RuntimeException e) {
            return new Freed(
                    0,
                    0,
                    "the space could not be given back, and all data is whole: "
                            + context.errors().explain(e));
        }
    }

    @Override
    public String toString() {
        String sizes = bytesBefore == 0
                ? ""
                : "The database took " + Space.megabytes(bytesBefore) + " on disk and takes "
                        + Space.megabytes(bytesAfter) + " now";
        return sizes + (sizes.isEmpty() || remark == null ? "" : "; ") + (remark == null ? "" : remark) + ".";
    }
}
