package io.yieldline.ingest;

import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Parked exports that were dismissed: in the receipts, from which a rebuild or a new database learns it, and in the ledger. One that
 * is loaded again after all is dismissed no longer.
 */
public final class Dismissals {
    private final Warehouse warehouse;
    private final ReceiptJournal receipts;
    private final Archive archive;

    /** In this ledger and these receipts. */
    public Dismissals(Warehouse warehouse, ReceiptJournal receipts, Archive archive) {
        this.warehouse = warehouse;
        this.receipts = receipts;
        this.archive = archive;
    }

    /** Dismisses parked exports. A crash in between is completed by the next load. */
    public void dismiss(List<Dismissal> dismissals) {
        receipts.dismiss(dismissals);
        follow();
    }

    /** Brings the ledger up to date with the receipts, if it was rebuilt, lost, or is an older copy. */
    void follow() {
        Map<String, Dismissal> dismissed = receipts.read().dismissed();
        if (dismissed.isEmpty()) {
            return;
        }
        dismissed.keySet().removeAll(warehouse.read(Ledger::dismissed).keySet());
        List<Dismissal> behind = dismissed.values().stream()
                .filter(dismissal -> Files.exists(archive.path(dismissal.sha256())))
                .toList();
        if (!behind.isEmpty()) {
            warehouse.writeAll(session -> behind.forEach(
                    dismissal -> Ledger.dismiss(session, dismissal, bytes(archive.path(dismissal.sha256())))));
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
