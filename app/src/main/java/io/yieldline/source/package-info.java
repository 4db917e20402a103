/**
 * Files to rows. In comes one export, whatever its name: {@code .xlsx}, {@code .xls}, CSV or TSV, an HTML table or
 * SpreadsheetML. Out come its rows as canonical text, so that the same table in every format gives the same rows.
 *
 * <p>The doors: {@link Source#open} tells the format by the bytes and gives a {@link RowReader}, which hands out
 * {@link Row}s; {@link SourceException} says in one line what is wrong with a file. A file is never trusted: all readers
 * stream, check what they read and keep to the limits of a sheet, so that no file takes the program down.
 */
@NullMarked
package io.yieldline.source;

import org.jspecify.annotations.NullMarked;
