/**
 * Marts, ledger and runs of a day or week in; a page that opens from a mail out, as HTML and as plain text, and every figure
 * in it kept, so that a later report can say which of them changed and through which export.
 *
 * <p>Doors: {@link io.yieldline.report.Reports} makes, keeps and finds reports; {@link io.yieldline.report.PlantStatus} is what
 * other packages tell it; {@link io.yieldline.report.Delivery} is where a report goes by mail.
 */
@NullMarked
package io.yieldline.report;

import org.jspecify.annotations.NullMarked;
