/**
 * Files to rows. Input is one export with any name: {@code .xlsx}, {@code .xls}, CSV or TSV, an HTML table or
 * SpreadsheetML. Output is its rows as canonical text, so that the same table in every format gives the same rows.
 *
 * <p>{@link Source#open} detects the format from the content and returns a {@link RowReader} for the
 * {@link Row}s; {@link SourceException} describes an error of a file in one line. Files are never trusted: all readers
 * stream, validate and limit their input, so that no file can crash the program.
 */
@NullMarked
package io.yieldline.source;

import org.jspecify.annotations.NullMarked;
