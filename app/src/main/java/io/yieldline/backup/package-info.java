/** A warehouse in, verified copies of it out; and back. Also what takes data away: wiping, purging, undoing. */
@NullMarked
package io.yieldline.backup;

import org.jspecify.annotations.NullMarked;
