package io.yieldline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line for every export whose loading was confirmed, kept outside the database and synced. DuckDB opens a database with a
 * damaged write-ahead log as if what was in it had never been; this journal knows better.
 */
final class ReceiptJournal {
    private final Path file;

    ReceiptJournal(Path file) {
        this.file = file;
    }

    /** File names by hash, in the order in which they were loaded. A line that was cut by a crash is no receipt. */
    Map<String, String> receipts() {
        Map<String, String> receipts = new LinkedHashMap<>();
        if (Files.exists(file)) {
            JsonMapper json = JsonMapper.shared();
            for (String line : lines()) {
                if (line.endsWith("}")) {
                    JsonNode receipt = json.readTree(line);
                    receipts.put(
                            receipt.path("sha256").asString(),
                            receipt.path("file").asString());
                }
            }
        }
        return receipts;
    }

    void add(String sha256, String fileName) {
        String line = "{\"sha256\":\"" + sha256 + "\",\"file\":" + JsonText.quote(fileName) + "}\n";
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
}
