/**
 * Loads an export: {@link io.yieldline.ingest.Ingest} archives its bytes, reads it, and merges its records into
 * the master log in one transaction; an {@link io.yieldline.ingest.ExportReport} has the outcome.
 * {@link io.yieldline.ingest.Inbox} finds complete files in the inbox, and removes loaded ones.
 */
@NullMarked
package io.yieldline.ingest;

import org.jspecify.annotations.NullMarked;
