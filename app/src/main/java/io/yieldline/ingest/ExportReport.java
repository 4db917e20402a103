package io.yieldline.ingest;

import io.yieldline.feed.Cleanings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of loading an export.
 *
 * @param exportId its number in the ledger
 * @param file the given file
 * @param sha256 the hash of its bytes; empty if they cannot be read
 * @param feed its feed; null if unknown
 * @param format the detected format
 * @param outcome loaded, known, parked or failed
 * @param reason why it was parked or failed, or the known export
 * @param counts what became of its rows
 * @param days the days of its records; null where none was loaded
 * @param cleaned what was cleaned in its cells
 * @param unknownColumns unknown columns, which are ignored
 * @param missingColumns optional columns of the feed that it lacks
 * @param remarks which of its tables were read and which not, and rows that are no records, one per line
 * @param rejections the first rejected rows, one per line
 * @param seconds duration
 */
public record ExportReport(
        long exportId,
        String file,
        String sha256,
        @Nullable String feed,
        @Nullable String format,
        Outcome outcome,
        @Nullable String reason,
        LoadCounts counts,
        @Nullable LoadedDays days,
        Cleanings cleaned,
        List<String> unknownColumns,
        List<String> missingColumns,
        List<String> remarks,
        List<String> rejections,
        double seconds) {

    /** The outcome of loading an export. */
    public enum Outcome {
        /** Its records are in the master log. */
        LOADED,
        /** A file with the same bytes was loaded before; nothing was changed. */
        KNOWN,
        /** The whole export was rejected; its bytes are in the archive. */
        PARKED,
        /** It could not be copied into the archive, or is incomplete; nothing was kept. */
        FAILED
    }
}
