package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.ingest.Ledger;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.ingest.ReceiptJournal.Receipt;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
        ReceiptJournal receipts = examination.receipts();
        int damaged = receipts.damaged();
        if (damaged > 0) {
            return Found.warn(
                    Counted.of(damaged, "line") + " of " + receipts.file() + (damaged == 1 ? " is" : " are")
                            + " damaged",
                    Remedy.reload("move the damaged receipts to " + receipts.damagedFile()
                            + ", and write them again from the database"));
        }
        return compared(examination.read(Ledger::loaded).keySet(), examination);
    }

    private static Found compared(Set<String> loaded, Examination examination) {
        ReceiptJournal receipts = examination.receipts();
        Map<String, Receipt> confirmed = receipts.receipts();
        List<String> lost = lost(confirmed, loaded);
        List<String> parked = lostParked(examination);
        loaded.removeAll(confirmed.keySet());
        if (!lost.isEmpty() || !parked.isEmpty()) {
            String what = lost.isEmpty()
                    ? Counted.of(parked.size(), "parked export")
                    : Counted.of(lost.size(), "confirmed export");
            return Found.broken(
                            "the database lacks " + what + ": it lost commits, or is an older copy",
                            Remedy.reload("load " + Counted.of(lost.size() + parked.size(), "export")
                                    + " again from the archive"))
                    .with(Stream.concat(lost.stream(), parked.stream()).toList());
        }
        if (!loaded.isEmpty()) {
            return Found.warn(
                    Counted.of(loaded.size(), "loaded export") + " without a receipt: a run was killed, or the"
                            + " journal was lost",
                    Remedy.reload("write the missing receipts"));
        }
        return Files.exists(receipts.damagedFile())
                ? Found.warn(
                        "damaged receipts were moved to " + receipts.damagedFile() + "; the others are whole",
                        Remedy.byHand("check the disk, then delete " + receipts.damagedFile()))
                : Found.ok(Counted.of(confirmed.size(), "confirmed export") + ", all in the ledger");
    }

    /** The names of parked exports that the ledger lacks, and the archive has. */
    private static List<String> lostParked(Examination examination) {
        Set<String> known = examination.read(Ledger::all).keySet();
        return examination.receipts().parked().entrySet().stream()
                .filter(receipt -> !known.contains(receipt.getKey()))
                .filter(receipt -> Files.exists(examination.archive().path(receipt.getKey())))
                .map(receipt -> receipt.getValue().fileName())
                .toList();
    }

    /** The names of confirmed exports that the ledger lacks. */
    static List<String> lost(Map<String, Receipt> confirmed, Set<String> loaded) {
        return confirmed.entrySet().stream()
                .filter(receipt -> !loaded.contains(receipt.getKey()))
                .map(receipt -> receipt.getValue().fileName())
                .toList();
    }
}
