package io.yieldline.ingest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A line of the receipt journal. It ends with a checksum of the bytes before, so that no flipped bit makes another receipt of it.
 * Lines of earlier versions have none; they must match to the letter.
 *
 * @param text the line without its checksum, without a line break
 * @param sealed whether it was stored with its checksum
 */
record ReceiptLine(String text, boolean sealed) {
    private static final String SEAL = ",\"crc32c\":\"";
    private static final int SEAL_LENGTH = SEAL.length() + 8 + 2;
    private static final String START = "{\"sha256\":\"";
    private static final int HASH = 64;

    /** Stands right after the hash; lines of earlier versions lack it. */
    private static final String ARRIVED = ",\"arrived\":\"";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final int TIME_LENGTH = 26;
    private static final String KEPT_FROM = "{\"kept_from\":\"";
    private static final Pattern UNSEALED = Pattern.compile("\\{\"sha256\":\"[0-9a-f]{64}\",\"file\":\""
            + "(?:[^\"\\\\\\p{Cntrl}]++|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\"(?:,\"status\":\"(?:parked|wiped)\")?}"
            + "|\\{\"kept_from\":\"(?:\\d{4}-\\d{2}-\\d{2})?\"}");

    /**
     * A line about an export.
     *
     * @param arrivedAt UTC time when it arrived; null if unknown
     */
    static ReceiptLine export(String sha256, @Nullable LocalDateTime arrivedAt, String fileName, Status status) {
        String at = arrivedAt == null ? "" : ARRIVED + TIME.format(arrivedAt) + "\"";
        return new ReceiptLine(START + sha256 + "\"" + at + ",\"file\":" + JsonText.quote(fileName) + status.end, true);
    }

    /** A line about a dismissed export. */
    static ReceiptLine dismissed(Dismissal dismissal) {
        return new ReceiptLine(
                START + dismissal.sha256() + "\",\"file\":" + JsonText.quote(dismissal.file()) + ",\"at\":\""
                        + dismissal.at() + "\",\"by\":" + JsonText.quote(dismissal.by()) + ",\"reason\":"
                        + JsonText.quote(dismissal.reason()) + Status.DISMISSED.end,
                true);
    }

    /** A line about the first day to keep; {@code LocalDate.MIN} for no limit. */
    static ReceiptLine keptFrom(LocalDate day) {
        return new ReceiptLine(KEPT_FROM + (day.equals(LocalDate.MIN) ? "" : day) + "\"}", true);
    }

    /** Reads a stored line; empty if it is damaged. */
    static Optional<ReceiptLine> read(byte[] bytes, int from, int to) {
        String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        int seal = line.length() - SEAL_LENGTH;
        if (seal > 0 && line.startsWith(SEAL, seal)) {
            String checksum = line.substring(seal + SEAL.length(), line.length() - 2);
            boolean whole = line.endsWith("\"}") && checksum.equals(checksum(bytes, from, to - SEAL_LENGTH));
            return whole ? Optional.of(new ReceiptLine(line.substring(0, seal) + "}", true)) : Optional.empty();
        }
        Matcher plain = UNSEALED.matcher(line);
        boolean readable = plain.matches() && line.indexOf('\uFFFD') < 0;
        return readable ? Optional.of(new ReceiptLine(line, false)).filter(ReceiptLine::hasValidDay) : Optional.empty();
    }

    /** The line as it is stored, with checksum and line break. */
    byte[] stored() {
        byte[] start = text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
        String end = SEAL + checksum(start, 0, start.length) + "\"}\n";
        return (text.substring(0, text.length() - 1) + end).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it is about an export. */
    boolean aboutExport() {
        return text.startsWith(START);
    }

    /** The hash of its export. */
    String sha256() {
        return text.substring(START.length(), START.length() + HASH);
    }

    /** UTC time when its export arrived, if it says so. */
    Optional<LocalDateTime> arrivedAt() {
        int from = START.length() + HASH + 1;
        return text.startsWith(ARRIVED, from)
                ? Optional.of(LocalDateTime.parse(
                        text.substring(from + ARRIVED.length(), from + ARRIVED.length() + TIME_LENGTH)))
                : Optional.empty();
    }

    /** The outcome of its export. */
    Status status() {
        return Stream.of(Status.WIPED, Status.PARKED, Status.DISMISSED)
                .filter(status -> text.endsWith(status.end))
                .findFirst()
                .orElse(Status.LOADED);
    }

    /** The first day to keep, of a line about that. */
    LocalDate keptFrom() {
        String day = text.substring(KEPT_FROM.length(), text.length() - 2);
        return day.isEmpty() ? LocalDate.MIN : LocalDate.parse(day);
    }

    private boolean hasValidDay() {
        try {
            return aboutExport() || keptFrom() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String checksum(byte[] bytes, int from, int to) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, to - from);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** The outcome of an export, by the end of its line. A quote in a file name is escaped, so no name can look like it. */
    enum Status {
        LOADED("}"),
        PARKED(",\"status\":\"parked\"}"),
        WIPED(",\"status\":\"wiped\"}"),
        DISMISSED(",\"status\":\"dismissed\"}");

        private final String end;

        Status(String end) {
            this.end = end;
        }
    }
}
