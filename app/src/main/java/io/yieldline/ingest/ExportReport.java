package io.yieldline.ingest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an export. For a loaded one {@code rows = accepted + rejected + purged} and
 * {@code accepted = added + duplicate + revised}.
 *
 * @param exportId its number in the ledger
 * @param file the file as given
 * @param sha256 the hash of its bytes; empty when they could not be read
 * @param feed its feed; null when it could not be told
 * @param format what the file is, whatever its name
 * @param outcome loaded, known, parked or failed
 * @param reason why it was parked or failed, or what it is known as
 * @param rows rows with data
 * @param added records of events not known before
 * @param duplicate records that are known as they are
 * @param revised records of known events with other content
 * @param rejected rows that could not become records
 * @param cleaned cells with junk stripped
 * @param purged rows that are older than what the plant keeps
 * @param firstDay the first day touched
 * @param lastDay the last day touched
 * @param days how many days were touched
 * @param unknownColumns columns that the feed does not know; they were left out
 * @param rejections the first rejected rows, each in one line
 * @param seconds how long it took
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

    /** How the loading of an export ended. */
    public enum Outcome {
        /** Its records are in the master log. */
        LOADED,
        /** The same bytes were loaded before; nothing was done. */
        KNOWN,
        /** It was refused whole; its bytes are in the archive. */
        PARKED,
        /** Its bytes could not even be copied, or are not all there yet; nothing of it is kept. */
        FAILED
    }

    /** How many rows became records. */
    public long accepted() {
        return added + duplicate + revised;
    }
}
