/**
 * Operations that bring data in: exports from files, the inbox or an upload are loaded, parked ones are tried again,
 * marts are refreshed.
 */
@NullMarked
package io.yieldline.operation.load;

import org.jspecify.annotations.NullMarked;
