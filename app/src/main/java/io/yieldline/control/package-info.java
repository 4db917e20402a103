/**
 * Counts by day in, a control chart out: which days are out of control, and by which rule.
 *
 * <p>Entry point: {@link io.yieldline.control.ControlChart}, computed from {@link io.yieldline.control.Sample}s with {@link
 * io.yieldline.control.Terms}. It is independent of marts and databases; concepts.md has the formulas.
 */
@NullMarked
package io.yieldline.control;

import org.jspecify.annotations.NullMarked;
