package io.yieldline.ingest;

import io.yieldline.plant.Home;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outcome of every export, one line each, outside the database and synced. DuckDB silently drops the content of a damaged
 * write-ahead log; this journal detects it. It also records wiped exports and the retention limit,
 * so that they are not loaded again automatically. The last line about an export counts.
 */
public final class ReceiptJournal {
    private static final String START = "{\"sha256\":\"";
    private static final String KEPT_FROM = "{\"kept_from\":\"";
    private static final int HASH = 64;

    private final Path file;

    ReceiptJournal(Path file) {
        this.file = file;
    }

    /** The journal of a plant for one of the engines. */
    public static ReceiptJournal of(Home home, Engine engine) {
        return new ReceiptJournal(home.receipts(engine.label().toLowerCase(Locale.ROOT)));
    }

    /** Receipts of loaded exports by hash, in loading order. A truncated line is ignored. */
    public Map<String, Receipt> receipts() {
        Map<String, Receipt> loaded = last();
        loaded.values().removeIf(receipt -> receipt.status() != Status.LOADED);
        return loaded;
    }

    /** Entries of loaded and parked exports, in order, without wiped ones. */
    Map<String, Receipt> wanted() {
        Map<String, Receipt> wanted = last();
        wanted.values().removeIf(receipt -> receipt.status() == Status.WIPED);
        return wanted;
    }

    /** The hashes of all exports in the journal. */
    Set<String> known() {
        return last().keySet();
    }

    /** The first day to keep; older records were purged. */
    public LocalDate keptFrom() {
        LocalDate day = LocalDate.MIN;
        for (String line : lines()) {
            if (line.startsWith(KEPT_FROM) && line.endsWith("\"}")) {
                String text = line.substring(KEPT_FROM.length(), line.length() - 2);
                day = text.isEmpty() ? LocalDate.MIN : LocalDate.parse(text);
            }
        }
        return day;
    }

    /** Sets the first day to keep; {@code LocalDate.MIN} for no limit. */
    public void keepFrom(LocalDate day) {
        if (!day.equals(keptFrom())) {
            append(KEPT_FROM + (day.equals(LocalDate.MIN) ? "" : day) + "\"}\n");
        }
    }

    /** Records that exports (names by hash) were wiped. */
    public void wipe(Map<String, String> exports) {
        append(exports.entrySet().stream()
                .map(export -> line(export.getKey(), export.getValue(), Status.WIPED))
                .collect(Collectors.joining()));
    }

    void add(String sha256, String fileName) {
        append(line(sha256, fileName, Status.LOADED));
    }

    void park(String sha256, String fileName) {
        append(line(sha256, fileName, Status.PARKED));
    }

    private Map<String, Receipt> last() {
        Map<String, Receipt> last = new LinkedHashMap<>();
        for (String line : lines()) {
            if (line.startsWith(START) && line.endsWith("}") && line.length() > START.length() + HASH) {
                String sha256 = line.substring(START.length(), START.length() + HASH);
                last.remove(sha256);
                last.put(sha256, new Receipt(line));
            }
        }
        return last;
    }

    private static String line(String sha256, String fileName, Status status) {
        return START + sha256 + "\",\"file\":" + JsonText.quote(fileName) + status.end + "\n";
    }

    private void append(String lines) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
                channel.position(channel.size());
                channel.write(ByteBuffer.wrap((lineBreakFirst(channel) + lines).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the receipt journal " + file, e);
        }
    }

    /** After a truncated line, starts a new line. */
    private static String lineBreakFirst(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return "";
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n' ? "" : "\n";
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the receipt journal " + file, e);
        }
    }

    /** The outcome of an export, by the end of its line. A quote in a file name is escaped, so no name can look like it. */
    private enum Status {
        LOADED("}"),
        PARKED(",\"status\":\"parked\"}"),
        WIPED(",\"status\":\"wiped\"}");

        private final String end;

        Status(String end) {
            this.end = end;
        }
    }

    /** A line of the journal. The hash decides whether it is relevant; only relevant lines are parsed as JSON. */
    public record Receipt(String line) {
        /** The export. */
        public String fileName() {
            return JsonMapper.shared().readTree(line).path("file").asString();
        }

        private Status status() {
            if (line.endsWith(Status.WIPED.end)) {
                return Status.WIPED;
            }
            return line.endsWith(Status.PARKED.end) ? Status.PARKED : Status.LOADED;
        }
    }
}
