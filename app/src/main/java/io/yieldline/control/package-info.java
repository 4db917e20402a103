/**
 * Counts by day in; a control chart out: which days differ from the others by more than chance, and by which rule.
 *
 * <p>Door: {@link io.yieldline.control.ControlChart}, made of {@link io.yieldline.control.Sample}s under {@link
 * io.yieldline.control.Terms}. It knows nothing of marts or databases: the formulas are those of concepts.md.
 */
@NullMarked
package io.yieldline.control;

import org.jspecify.annotations.NullMarked;
