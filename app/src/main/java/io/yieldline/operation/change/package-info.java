/**
 * Operations that change or restore what is stored: backup, restore, rebuild, clean, wipe, purge, undo. A destructive
 * one shows first what it changes, takes a backup, and can be undone.
 */
@NullMarked
package io.yieldline.operation.change;

import org.jspecify.annotations.NullMarked;
