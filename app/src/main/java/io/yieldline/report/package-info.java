/**
 * Marts, ledger and runs of a day or week in; a self-contained page out, as HTML and plain text. Every figure
 * is stored, so that a later report can name the changed ones and the export that changed them.
 *
 * <p>{@link io.yieldline.report.Reports} creates, publishes and finds reports; {@link io.yieldline.report.PlantStatus} has the inputs
 * from other packages.
 */
@NullMarked
package io.yieldline.report;

import org.jspecify.annotations.NullMarked;
