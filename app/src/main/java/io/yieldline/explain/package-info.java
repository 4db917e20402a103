/**
 * A number in, the rows of the exports behind it out. {@link io.yieldline.explain.Explain} parses the SELECT of a mart
 * and lists the counted records of a cell with their contributions, and the records left out, with the reason.
 */
@NullMarked
package io.yieldline.explain;

import org.jspecify.annotations.NullMarked;
