package io.yieldline.explain;

import java.time.LocalDate;

/**
 * An earlier evening whose numbers are explained.
 *
 * @param day the day that was asked for
 * @param snapshot the name of the snapshot that has what the plant knew then
 */
public record AsOf(LocalDate day, String snapshot) {}
