package io.yieldline.ingest;

/**
 * What became of the rows of an export. {@code rows = accepted + rejected + purged}, {@code accepted = added + duplicate + revised}.
 *
 * @param rows rows with data
 * @param added records of new events
 * @param duplicate records that are already known
 * @param revised records of known events with changed content
 * @param rejected rejected rows
 * @param purged rows older than the retention limit
 */
public record LoadCounts(long rows, long added, long duplicate, long revised, long rejected, long purged) {
    /** How many rows became records. */
    public long accepted() {
        return added + duplicate + revised;
    }
}
