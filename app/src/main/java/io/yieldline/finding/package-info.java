/**
 * From conclusions to findings: what the data says now, as one ranked list whose entries last. {@link
 * io.yieldline.finding.FindingRefresh} looks at the data up to a day and keeps what it finds; {@link io.yieldline.finding.Findings}
 * reads it.
 */
@NullMarked
package io.yieldline.finding;

import org.jspecify.annotations.NullMarked;
