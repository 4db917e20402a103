/**
 * A warehouse in, verified copies of it out, and back. {@link io.yieldline.backup.Backups} takes, lists and verifies;
 * {@link io.yieldline.backup.Recovery} makes a {@link io.yieldline.backup.Change} that takes data away or replaces it, after a
 * backup, so that it can be undone.
 */
@NullMarked
package io.yieldline.backup;

import org.jspecify.annotations.NullMarked;
