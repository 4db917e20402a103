package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.ingest.Archive;
import io.yieldline.ingest.ReceiptJournal.Receipt;
import io.yieldline.plant.FolderWalk.PassedOver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Every export is in the archive, with unchanged content. */
final class ArchiveLink implements Link {
    private static final int A_WHILE = 200;

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public String downstream() {
        return "the loaded data is correct, but the database cannot be rebuilt completely";
    }

    @Override
    public boolean inDatabase() {
        return false;
    }

    @Override
    public Found examine(Examination examination) {
        Map<String, String> expected = expected(examination);
        List<String> wrong = new ArrayList<>();
        List<Remedy> remedies = new ArrayList<>();
        int done = 0;
        for (Map.Entry<String, String> export : expected.entrySet()) {
            look(export.getKey(), export.getValue(), examination, wrong, remedies);
            if (++done % A_WHILE == 0) {
                examination.progress().accept("archive: " + done + " of " + expected.size() + " exports");
            }
        }
        return wrong.isEmpty() ? unknown(expected, examination) : lost(wrong, remedies);
    }

    /** Names by hash of all exports in the ledger or the receipts. */
    private static Map<String, String> expected(Examination examination) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Map.Entry<String, Receipt> receipt :
                examination.receipts().receipts().entrySet()) {
            expected.put(receipt.getKey(), receipt.getValue().fileName());
        }
        if (examination.warehouse() != null) {
            examination.read(session -> session.query(
                    "select sha256, file_name from export order by id",
                    row -> String.valueOf(expected.put(row.getString(1), row.getString(2)))));
        }
        return expected;
    }

    private static void look(
            String sha256, String name, Examination examination, List<String> wrong, List<Remedy> remedies) {
        Path file = examination.archive().path(sha256);
        if (!Files.isRegularFile(file)) {
            wrong.add(name + ": missing, " + file);
        } else if (!examination.quick() && !Archive.hash(file).equals(sha256)) {
            wrong.add(name + ": its bytes changed, " + file);
            remedies.add(Remedy.recover(
                    Stage.SET_EXPORT_ASIDE,
                    sha256,
                    "move the changed copy of " + name + " to "
                            + examination.home().damaged()));
        }
    }

    private static Found lost(List<String> wrong, List<Remedy> remedies) {
        remedies.add(Remedy.byHand("copy the missing exports from a backup of the archive, or load the same files again"
                + " with: yieldline ingest FILE"));
        return new Found(
                        State.BROKEN,
                        Counted.of(wrong.size(), "export") + (wrong.size() == 1 ? " is" : " are")
                                + " missing or changed",
                        List.of(),
                        remedies)
                .with(wrong);
    }

    /** Unknown exports come from a killed run, or belong to another ledger. */
    private static Found unknown(Map<String, String> expected, Examination examination) {
        TreeSet<String> unknown = new TreeSet<>(examination.archive().hashes());
        unknown.removeAll(expected.keySet());
        unknown.removeAll(examination.receipts().known());
        String all = Counted.of(expected.size(), "export")
                + (examination.quick() ? " present" : " present, with unchanged content");
        List<PassedOver> closed = examination.archive().passedOver();
        if (!closed.isEmpty()) {
            return Found.warn(
                            Counted.of(closed.size(), "folder") + " of the archive cannot be read",
                            Remedy.byHand("give the user of this program read access"))
                    .with(closed.stream().map(PassedOver::toString).toList());
        }
        if (unknown.isEmpty() || examination.warehouse() == null) {
            return Found.ok(all);
        }
        Remedy load = Remedy.byHand(
                "load them: yieldline ingest " + examination.home().archive());
        String message = Counted.of(unknown.size(), "archived export") + (unknown.size() == 1 ? " is" : " are")
                + " in neither the ledger nor the receipts";
        return expected.isEmpty() ? Found.broken(message, load) : Found.warn(message, load);
    }
}
