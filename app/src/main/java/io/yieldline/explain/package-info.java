/**
 * A number in, the rows of the exports behind it out. {@link io.yieldline.explain.Explain} takes the SELECT of a mart apart
 * and lists what a cell of it counted, with what each row adds to each count, and what was left out and why.
 */
@NullMarked
package io.yieldline.explain;

import org.jspecify.annotations.NullMarked;
