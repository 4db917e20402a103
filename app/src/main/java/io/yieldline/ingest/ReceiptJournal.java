package io.yieldline.ingest;

import io.yieldline.UserError;
import io.yieldline.ingest.ReceiptLine.Status;
import io.yieldline.plant.DurableFile;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.Home;
import io.yieldline.plant.LastRead;
import io.yieldline.warehouse.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outcome of every export, one line each, outside the database and synced. DuckDB silently drops the content of a damaged
 * write-ahead log; this journal detects it. It also records wiped and dismissed exports and the retention limit,
 * so that they are not loaded again automatically. The last line about an export counts. A damaged line is no receipt, and costs
 * no other.
 */
public final class ReceiptJournal {
    private final Path file;
    private final LastRead<Content> content = new LastRead<>(Content::of);

    ReceiptJournal(Path file) {
        this.file = file;
    }

    /** The journal of a plant for one of the engines. */
    public static ReceiptJournal of(Home home, Engine engine) {
        return new ReceiptJournal(home.receipts(engine.label().toLowerCase(Locale.ROOT)));
    }

    /** Its file. */
    public Path file() {
        return file;
    }

    /** The file beside, to which damaged lines are moved; it may be deleted. */
    public Path damagedFile() {
        return file.resolveSibling(file.getFileName() + ".damaged");
    }

    /** Receipts of loaded exports by hash, in loading order. */
    public Map<String, Receipt> receipts() {
        return read().loaded();
    }

    /** Receipts of parked exports by hash, in order. */
    public Map<String, Receipt> parked() {
        return read().parked();
    }

    /** The hashes of exports that were wiped. */
    public Set<String> wiped() {
        Content content = read();
        Set<String> wiped = new HashSet<>(content.known());
        wiped.removeAll(content.wanted().keySet());
        return wiped;
    }

    /** The first day to keep; older records were purged. */
    public LocalDate keptFrom() {
        return read().keptFrom();
    }

    /** The number of damaged lines. */
    public int damaged() {
        return read().damaged().size();
    }

    /** Sets the first day to keep; {@code LocalDate.MIN} for no limit. */
    public void keepFrom(LocalDate day) {
        if (!day.equals(keptFrom())) {
            append(List.of(ReceiptLine.keptFrom(day)));
        }
    }

    /** Records that exports (names by hash) were wiped. */
    public void wipe(Map<String, String> exports) {
        append(exports.entrySet().stream()
                .map(export -> ReceiptLine.export(export.getKey(), null, export.getValue(), Status.WIPED))
                .toList());
    }

    void dismiss(List<Dismissal> dismissals) {
        append(dismissals.stream().map(ReceiptLine::dismissed).toList());
    }

    /** The hashes of all exports that it has a line about, wiped and dismissed ones included. */
    public Set<String> known() {
        return read().known();
    }

    void add(String sha256, @Nullable LocalDateTime arrivedAt, String fileName) {
        append(List.of(ReceiptLine.export(sha256, arrivedAt, fileName, Status.LOADED)));
    }

    void park(String sha256, @Nullable LocalDateTime arrivedAt, String fileName) {
        append(List.of(ReceiptLine.export(sha256, arrivedAt, fileName, Status.PARKED)));
    }

    /** The content of the file; empty if it does not exist. */
    Content read() {
        try {
            return content.of(file);
        } catch (NoSuchFileException e) {
            return Content.of(new byte[0]);
        } catch (IOException e) {
            throw new UserError(file + ": the receipts cannot be read (" + FileFault.reason(e)
                    + "); give the user of this program read and write access to it");
        }
    }

    /** Replaces all lines atomically, after the damaged ones are stored in the file beside. */
    void replace(List<ReceiptLine> lines, List<byte[]> damaged) {
        try {
            store(damagedFile(), joined(damaged));
            DurableFile.replace(
                    file, joined(lines.stream().map(ReceiptLine::stored).toList()));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void append(List<ReceiptLine> lines) {
        try {
            Files.createDirectories(file.getParent());
            store(file, joined(lines.stream().map(ReceiptLine::stored).toList()));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserError unwritable(IOException e) {
        return new UserError(file + ": the receipts cannot be written (" + FileFault.reason(e)
                + "); give the user of this program write access, free space on its disk, then run the command again");
    }

    /** Adds bytes to a file, if there are any, and syncs it. After a truncated line, they start on a new line. */
    private static void store(Path to, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            channel.position(channel.size());
            channel.write(ByteBuffer.wrap(joined(List.of(lineBreakFirst(channel), bytes))));
            channel.force(true);
        }
    }

    private static byte[] lineBreakFirst(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return new byte[0];
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n' ? new byte[0] : new byte[] {'\n'};
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /**
     * The lines of a journal.
     *
     * @param last the last line about each export, by hash, in order
     * @param keptFrom the first day to keep
     * @param damaged damaged lines with their line breaks
     * @param sealed whether every other line has a checksum
     */
    record Content(Map<String, ReceiptLine> last, LocalDate keptFrom, List<byte[]> damaged, boolean sealed) {
        static Content of(byte[] bytes) {
            Map<String, ReceiptLine> last = new LinkedHashMap<>();
            LocalDate keptFrom = LocalDate.MIN;
            List<byte[]> damaged = new ArrayList<>();
            boolean sealed = true;
            for (int from = 0, to = end(bytes, 0); from < bytes.length; from = to + 1, to = end(bytes, from)) {
                ReceiptLine line = ReceiptLine.read(bytes, from, to).orElse(null);
                sealed &= line == null || line.sealed();
                if (line == null && to > from) {
                    damaged.add(joined(List.of(Arrays.copyOfRange(bytes, from, to), new byte[] {'\n'})));
                } else if (line != null && line.aboutExport()) {
                    last.remove(line.sha256());
                    last.put(line.sha256(), line);
                } else if (line != null) {
                    keptFrom = line.keptFrom();
                }
            }
            return new Content(Collections.unmodifiableMap(last), keptFrom, List.copyOf(damaged), sealed);
        }

        /** Receipts of loaded exports by hash, in loading order. */
        Map<String, Receipt> loaded() {
            return receipts(Set.of(Status.LOADED));
        }

        /** Receipts of parked exports by hash, in order. */
        Map<String, Receipt> parked() {
            return receipts(Set.of(Status.PARKED));
        }

        /** Dismissed exports by hash, in order. */
        Map<String, Dismissal> dismissed() {
            Map<String, Dismissal> dismissed = new LinkedHashMap<>();
            receipts(Set.of(Status.DISMISSED))
                    .forEach((sha256, receipt) -> dismissed.put(sha256, receipt.dismissal(sha256)));
            return dismissed;
        }

        /** Receipts of loaded and parked exports, in order, without wiped and dismissed ones. */
        Map<String, Receipt> wanted() {
            return receipts(Set.of(Status.LOADED, Status.PARKED));
        }

        /** The hashes of all exports in the journal. */
        Set<String> known() {
            return last.keySet();
        }

        /** UTC time when an export arrived; null if no line says so. */
        @Nullable
        LocalDateTime arrivedAt(String sha256) {
            ReceiptLine line = last.get(sha256);
            return line == null ? null : line.arrivedAt().orElse(null);
        }

        /** UTC time of the latest known arrival. */
        Optional<LocalDateTime> latestArrival() {
            return last.values().stream()
                    .flatMap(line -> line.arrivedAt().stream())
                    .max(Comparator.naturalOrder());
        }

        private Map<String, Receipt> receipts(Set<Status> wanted) {
            Map<String, Receipt> receipts = new LinkedHashMap<>();
            last.forEach((sha256, line) -> {
                if (wanted.contains(line.status())) {
                    receipts.put(sha256, new Receipt(line.text()));
                }
            });
            return receipts;
        }

        private static int end(byte[] bytes, int from) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            return to;
        }
    }

    /** A line about an export. The hash decides whether it is relevant; only relevant lines are parsed as JSON. */
    public record Receipt(String line) {
        /** The name of the export. */
        public String fileName() {
            return json().path("file").asString();
        }

        private Dismissal dismissal(String sha256) {
            JsonNode json = json();
            return new Dismissal(
                    sha256,
                    json.path("file").asString(),
                    LocalDateTime.parse(json.path("at").asString()),
                    json.path("by").asString(),
                    json.path("reason").asString());
        }

        private JsonNode json() {
            return JsonMapper.shared().readTree(line);
        }
    }
}
