package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.ingest.ReceiptJournal.Content;
import io.yieldline.ingest.ReceiptLine.Status;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Moves damaged lines out of the receipt journal and writes the receipts again from what the database knows. Lines of earlier
 * versions get a checksum. Only the holder of the plant may run it.
 */
final class ReceiptRepair {
    /** Two random hashes differ in some sixty of their digits. */
    private static final int FLIPPED_DIGITS = 2;

    private final ReceiptJournal journal;
    private final Archive archive;
    private final Warehouse warehouse;

    ReceiptRepair(ReceiptJournal journal, Archive archive, Warehouse warehouse) {
        this.journal = journal;
        this.archive = archive;
        this.warehouse = warehouse;
    }

    /** Does it where needed, and notes it. */
    void run(IngestProgress progress) {
        Content content = journal.read();
        boolean lost =
                Files.notExists(journal.file()) && !warehouse.read(Ledger::all).isEmpty();
        if (content.damaged().isEmpty() && content.sealed() && !lost) {
            return;
        }
        Map<String, ReceiptLine> lines = new LinkedHashMap<>(content.last());
        List<byte[]> damaged = new ArrayList<>(content.damaged());
        phantoms(content).forEach(line -> {
            lines.remove(line.sha256());
            damaged.add((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
        });
        LocalDate keptFrom = content.keptFrom();
        if (lost || !damaged.isEmpty()) {
            keptFrom = warehouse.read(session -> known(session, lines, content.keptFrom()));
        }
        List<ReceiptLine> all = new ArrayList<>(lines.values());
        if (!keptFrom.equals(LocalDate.MIN)) {
            all.add(ReceiptLine.keptFrom(keptFrom));
        }
        journal.replace(all, damaged);
        note(damaged.size(), lost, progress);
    }

    private void note(int damaged, boolean lost, IngestProgress progress) {
        if (damaged > 0) {
            progress.note(Counted.of(damaged, "line") + " of " + journal.file() + (damaged == 1 ? " was" : " were")
                    + " damaged and moved to " + journal.damagedFile()
                    + "; the receipts were written again from the database");
        } else if (lost) {
            progress.note(journal.file() + " was missing; it was written again from the database");
        }
    }

    /** Adds what the database knows at its place in loading order, and returns the first day to keep. */
    private static LocalDate known(Session session, Map<String, ReceiptLine> lines, LocalDate keptFrom) {
        Map<String, ReceiptLine> known = new LinkedHashMap<>();
        Set<String> loaded = Ledger.loaded(session).keySet();
        Map<String, LocalDateTime> arrivals = Ledger.arrivals(session);
        Ledger.all(session)
                .forEach((sha256, name) -> known.put(
                        sha256,
                        ReceiptLine.export(
                                sha256,
                                arrivals.get(sha256),
                                name,
                                loaded.contains(sha256) ? Status.LOADED : Status.PARKED)));
        Ledger.dismissed(session).forEach((sha256, dismissal) -> known.put(sha256, ReceiptLine.dismissed(dismissal)));
        Ledger.wiped(session)
                .forEach((sha256, name) ->
                        known.putIfAbsent(sha256, ReceiptLine.export(sha256, null, name, Status.WIPED)));
        insert(known, lines);
        return session.texts("select value from setting where name = 'kept_from'").stream()
                .map(LocalDate::parse)
                .findFirst()
                .orElse(keptFrom);
    }

    /** Inserts lines after the one that precedes them in the database; the others keep their places. */
    private static void insert(Map<String, ReceiptLine> known, Map<String, ReceiptLine> lines) {
        known.forEach((sha256, line) ->
                lines.computeIfPresent(sha256, (hash, before) -> before.status() == line.status() ? before : null));
        List<String> order = new ArrayList<>(lines.keySet());
        Map<String, ReceiptLine> all = new LinkedHashMap<>(lines);
        String before = null;
        for (Map.Entry<String, ReceiptLine> entry : known.entrySet()) {
            if (all.putIfAbsent(entry.getKey(), entry.getValue()) == null) {
                order.add(before == null ? 0 : order.lastIndexOf(before) + 1, entry.getKey());
            }
            before = entry.getKey();
        }
        lines.clear();
        order.forEach(sha256 -> lines.put(sha256, all.get(sha256)));
    }

    /** Lines without checksum whose hash no file has, but almost that of a file without receipt: some of its bits flipped. */
    private List<ReceiptLine> phantoms(Content content) {
        if (content.sealed()) {
            return List.of();
        }
        Set<String> archived = archive.hashes();
        Set<String> unknown = new TreeSet<>(archived);
        unknown.removeAll(content.last().keySet());
        return content.last().values().stream()
                .filter(line -> !line.sealed() && !archived.contains(line.sha256()))
                .filter(line -> unknown.stream().anyMatch(hash -> differing(hash, line.sha256()) <= FLIPPED_DIGITS))
                .toList();
    }

    private static int differing(String one, String other) {
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            count += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return count;
    }
}
