/**
 * Operations that only read: status, runs, rejected rows, rows of a mart, the records behind a number, files to take
 * away.
 */
@NullMarked
package io.yieldline.operation.ask;

import org.jspecify.annotations.NullMarked;
