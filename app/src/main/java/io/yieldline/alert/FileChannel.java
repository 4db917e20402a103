package io.yieldline.alert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends each message to a file, one JSON object per line. */
record FileChannel(String name, Severity least, Path file) implements Channel {
    @Override
    public String target() {
        return file.toString();
    }

    @Override
    public void send(Message message) throws DeliveryException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (java.nio.channels.FileChannel out = java.nio.channels.FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                byte[] line =
                        (startOfLine(out) + WebhookForm.JSON.body(message) + "\n").getBytes(StandardCharsets.UTF_8);
                out.position(out.size());
                for (ByteBuffer rest = ByteBuffer.wrap(line); rest.hasRemaining(); ) {
                    out.write(rest);
                }
                out.force(true);
            }
        } catch (IOException e) {
            throw new DeliveryException(
                    "cannot write " + file + ": " + e.getClass().getSimpleName());
        }
    }

    /** A crash may have truncated the last line; start a new line in this case. */
    private static String startOfLine(java.nio.channels.FileChannel out) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        boolean cut = out.size() > 0 && out.read(last, out.size() - 1) == 1 && last.get(0) != '\n';
        return cut ? "\n" : "";
    }
}
