/** Marts, runs and checks of a day in; a page that opens from a mail out, as HTML and as plain text. */
@NullMarked
package io.yieldline.report;

import org.jspecify.annotations.NullMarked;
