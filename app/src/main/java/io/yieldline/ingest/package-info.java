/**
 * One export all the way in: {@link io.yieldline.ingest.Ingest} archives its bytes, reads it, and merges its records into
 * the master log in one transaction; an {@link io.yieldline.ingest.ExportReport} says what became of every row.
 * {@link io.yieldline.ingest.Inbox} says which files of the inbox are complete, and clears away what was taken from it.
 */
@NullMarked
package io.yieldline.ingest;

import org.jspecify.annotations.NullMarked;
