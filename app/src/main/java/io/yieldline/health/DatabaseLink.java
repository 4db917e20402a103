package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.warehouse.DatabaseFault;
import io.yieldline.warehouse.DatabaseFault.Kind;
import io.yieldline.warehouse.DatabaseLook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database opens, all rows can be read, and it accepts a transaction. */
final class DatabaseLink implements Link {
    @Override
    public String name() {
        return "database";
    }

    @Override
    public String downstream() {
        return "nothing can be loaded, refreshed or shown";
    }

    @Override
    public boolean inDatabase() {
        return false;
    }

    @Override
    public Found examine(Examination examination) {
        if (examination.warehouse() == null) {
            return closed(examination);
        }
        try {
            if (!examination.quick()) {
                refuse(DatabaseLook.damage(examination.open(), examination.each()));
            }
            examination.open().probe();
            return Found.ok(examination.open().engine().label()
                    + (examination.quick() ? ", takes transactions" : ", read to the last row, takes transactions"));
        } catch (DatabaseFault fault) {
            return broken(fault);
        }
    }

    /** The repair for a database with this error, if there is one. */
    static Optional<Remedy> remedy(RuntimeException refusal) {
        if (!(refusal instanceof DatabaseFault fault)) {
            return Optional.empty();
        }
        if (fault.kind() == Kind.DAMAGED_LOG) {
            return Optional.of(Remedy.recover(
                    Stage.SET_LOG_ASIDE,
                    "log",
                    "move the damaged write-ahead log to damaged/; its exports are loaded again"));
        }
        return fault.kind() == Kind.DAMAGED ? Optional.of(Remedy.replaceDatabase()) : Optional.empty();
    }

    private static Found closed(Examination examination) {
        RuntimeException refusal = examination.refusal();
        int confirmed = examination.receipts().receipts().size();
        Found found = refusal instanceof UserError wrong ? broken(wrong) : Found.broken(examination.whyClosed());
        return found.with(List.of(Counted.of(confirmed, "confirmed export") + " can be loaded again from the archive"));
    }

    private static Found broken(UserError refusal) {
        return Found.broken(
                refusal.getMessage(),
                remedy(refusal).orElse(Remedy.byHand("follow the message, then run doctor again")));
    }

    private static void refuse(@Nullable DatabaseFault damage) {
        if (damage != null) {
            throw damage;
        }
    }
}
