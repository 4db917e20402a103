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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line for every export whose loading was confirmed, kept outside the database and synced. DuckDB opens a database with a
 * damaged write-ahead log as if what was in it had never been; this journal knows better.
 */
public final class ReceiptJournal {
    private static final String START = "{\"sha256\":\"";
    private static final int HASH = 64;

    private final Path file;

    ReceiptJournal(Path file) {
        this.file = file;
    }

    /** The journal of a plant; each engine has its own. */
    public static ReceiptJournal of(Home home, Engine engine) {
        return new ReceiptJournal(home.receipts(engine.label().toLowerCase(Locale.ROOT)));
    }

    /** Receipts by hash, in the order in which exports were loaded. A line that was cut by a crash is no receipt. */
    public Map<String, Receipt> receipts() {
        Map<String, Receipt> receipts = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : lines()) {
                if (line.startsWith(START) && line.endsWith("}") && line.length() > START.length() + HASH) {
                    receipts.put(line.substring(START.length(), START.length() + HASH), new Receipt(line));
                }
            }
        }
        return receipts;
    }

    void add(String sha256, String fileName) {
        String line = START + sha256 + "\",\"file\":" + JsonText.quote(fileName) + "}\n";
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
                channel.position(channel.size());
                channel.write(ByteBuffer.wrap((lineBreakFirst(channel) + line).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the receipt journal " + file, e);
        }
    }

    /** After a line that a crash has cut, the next one starts on a line of its own. */
    private static String lineBreakFirst(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return "";
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n' ? "" : "\n";
    }

    private Iterable<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the receipt journal " + file, e);
        }
    }

    /** A line of the journal. Its hash alone says whether it matters, and JSON is only read of one that does. */
    public record Receipt(String line) {
        /** The export as it was given. */
        public String fileName() {
            return JsonMapper.shared().readTree(line).path("file").asString();
        }
    }
}
