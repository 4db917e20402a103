package io.yieldline.ingest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of loading an export. For a loaded export {@code rows = accepted + rejected + purged} and
 * {@code accepted = added + duplicate + revised}.
 *
 * @param exportId its number in the ledger
 * @param file the given file
 * @param sha256 the hash of its bytes; empty if they cannot be read
 * @param feed its feed; null if unknown
 * @param format the detected format
 * @param outcome loaded, known, parked or failed
 * @param reason why it was parked or failed, or the known export
 * @param rows rows with data
 * @param added records of new events
 * @param duplicate records that are already known
 * @param revised records of known events with changed content
 * @param rejected rejected rows
 * @param cleaned cleaned cells
 * @param purged rows older than the retention limit
 * @param firstDay first day with records
 * @param lastDay last day with records
 * @param days number of days with records
 * @param unknownColumns unknown columns, which are ignored
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
        long rows,
        long added,
        long duplicate,
        long revised,
        long rejected,
        long cleaned,
        long purged,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        long days,
        List<String> unknownColumns,
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

    /** The number of accepted rows. */
    public long accepted() {
        return added + duplicate + revised;
    }
}
