package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.ingest.Ledger;
import io.yieldline.ingest.ReceiptJournal.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All confirmed exports are in the ledger; a database that lost commits, or an older copy, lacks some. */
final class ReceiptsLink implements Link {
    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String downstream() {
        return "the records of these exports are missing from master logs and marts";
    }

    @Override
    public Found examine(Examination examination) {
        Set<String> loaded = examination.read(Ledger::loaded).keySet();
        Map<String, Receipt> confirmed = examination.receipts().receipts();
        List<String> lost = lost(confirmed, loaded);
        loaded.removeAll(confirmed.keySet());
        if (!lost.isEmpty()) {
            return Found.broken(
                            "the database lacks " + Counted.of(lost.size(), "confirmed export")
                                    + ": it lost commits, or is an older copy",
                            Remedy.reload("load " + Counted.of(lost.size(), "export") + " again from the archive"))
                    .with(lost);
        }
        return loaded.isEmpty()
                ? Found.ok(Counted.of(confirmed.size(), "confirmed export") + ", all in the ledger")
                : Found.warn(
                        Counted.of(loaded.size(), "loaded export") + " without a receipt: a run was killed, or the"
                                + " journal was lost",
                        Remedy.reload("write the missing receipts"));
    }

    /** The names of confirmed exports that the ledger lacks. */
    static List<String> lost(Map<String, Receipt> confirmed, Set<String> loaded) {
        return confirmed.entrySet().stream()
                .filter(receipt -> !loaded.contains(receipt.getKey()))
                .map(receipt -> receipt.getValue().fileName())
                .toList();
    }
}
