/**
 * Snapshots that are kept, and back from them. {@link io.yieldline.backup.Backups} creates, lists and verifies them;
 * {@link io.yieldline.backup.Recovery} makes a {@link io.yieldline.backup.Change} that deletes or replaces data, after
 * a backup, so that it can be undone.
 */
@NullMarked
package io.yieldline.backup;

import org.jspecify.annotations.NullMarked;
