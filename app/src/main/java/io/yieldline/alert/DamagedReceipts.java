package io.yieldline.alert;

import io.yieldline.Counted;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.plant.Home;
import io.yieldline.warehouse.Session;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** Lines of the receipt journal are damaged, or were moved aside. Deleting the file with the damaged lines clears it. */
record DamagedReceipts(Severity severity, Home home) implements ConditionSource {
    @Override
    public List<Condition> conditions(Session session, Instant now) {
        ReceiptJournal receipts = ReceiptJournal.of(home, session.engine());
        int damaged = receipts.damaged();
        if (damaged > 0) {
            return List.of(condition(
                    Counted.of(damaged, "line") + " of " + receipts.file()
                            + ": the next load or recover writes them again from the database",
                    "yieldline recover"));
        }
        return Files.exists(receipts.damagedFile())
                ? List.of(condition(
                        "they were moved to " + receipts.damagedFile()
                                + " and written again; check the disk, then delete that file",
                        "yieldline doctor"))
                : List.of();
    }

    private Condition condition(String detail, String link) {
        return new Condition("receipts_damaged", "receipts", severity, "receipts were damaged", detail, link);
    }
}
