/**
 * The catalogue of all operations with purpose and command, in the order in which people meet them, and the daily and
 * weekly sequences that are made of them.
 */
@NullMarked
package io.yieldline.operation.catalogue;

import org.jspecify.annotations.NullMarked;
