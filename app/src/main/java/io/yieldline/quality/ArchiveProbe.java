package io.yieldline.quality;

import io.yieldline.ingest.Archive;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks that every export in the ledger is in the archive with the same size, and every archived file is in the ledger. */
final class ArchiveProbe implements Probe {
    private static final List<String> COLUMNS = List.of("export_id", "sha256", "file", "bytes", "in_archive");

    @Override
    public boolean limitedByDays() {
        return false;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        Archive archive = inspection.parts().archive();
        Map<String, Long> sizes = archive.sizes();
        List<Entry> ledger = inspection
                .warehouse()
                .read(session -> session.query(
                        "select id, sha256, file_name, bytes from export order by id",
                        row -> new Entry(
                                row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), archive, sizes)));
        List<Entry> broken = ledger.stream().filter(entry -> !entry.whole()).toList();
        List<String> strays = strays(sizes.keySet(), ledger, inspection.parts().receipts());
        List<Finding> findings = new ArrayList<>();
        broken.forEach(entry -> findings.add(new Finding(severity, entry.message())));
        strays.forEach(hash -> findings.add(Finding.warn("the archive has " + hash
                + ", which is not in the ledger; load it with: yieldline ingest " + archive.path(hash))));
        return new Observation(
                findings.size(),
                (long) ledger.size() + strays.size(),
                findings,
                new Table(COLUMNS, broken.stream().map(Entry::row).toList()));
    }

    /** Wiped exports stay in the archive on purpose: the receipts know them, the ledger does not. */
    private static List<String> strays(Set<String> archived, List<Entry> ledger, ReceiptJournal receipts) {
        Set<String> strays = new TreeSet<>(archived);
        ledger.forEach(entry -> strays.remove(entry.sha256()));
        if (!strays.isEmpty()) {
            strays.removeAll(receipts.known());
        }
        return List.copyOf(strays);
    }

    /** An export in ledger and archive; -1 bytes if the file is missing. */
    private record Entry(long id, String sha256, String file, long bytes, long archived) {
        Entry(long id, String sha256, String file, long bytes, Archive archive, Map<String, Long> sizes) {
            this(id, sha256, file, bytes, sizes.containsKey(sha256) ? sizes.get(sha256) : archive.size(sha256));
        }

        boolean whole() {
            return bytes == archived;
        }

        String message() {
            return "export " + id + " (" + file + ") "
                    + (archived < 0
                            ? "is not in the archive"
                            : "has " + archived + " bytes in the archive, not " + bytes)
                    + "; restore the archive from a backup, or copy the export there again with: yieldline ingest";
        }

        List<@Nullable Object> row() {
            List<@Nullable Object> row = new ArrayList<>(List.of(id, sha256, file, bytes));
            row.add(archived < 0 ? null : archived);
            return row;
        }
    }
}
