package io.yieldline.ingest;

/**
 * What became of the rows of an export. {@code rows = accepted + rejected + purged}, {@code accepted = added + duplicate + revised
 * + outdated}.
 *
 * @param rows rows with data
 * @param added records of new events
 * @param duplicate records that are already known
 * @param revised records that replaced another version of their event in the master log
 * @param outdated records of a known event with another content that is not the newest: kept in the history
 * @param rejected rejected rows
 * @param purged rows older than the retention limit
 */
public record LoadCounts(
        long rows, long added, long duplicate, long revised, long outdated, long rejected, long purged) {
    /** How many rows became records. */
    public long accepted() {
        return added + duplicate + revised + outdated;
    }
}
