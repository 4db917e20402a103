package io.yieldline.demo;

import java.time.LocalDateTime;

/**
 * One file as the portal would give it.
 *
 * @param path where it goes below the demo folder, such as {@code 2025-03/workstationOutputReport (1).xls}
 * @param feed {@code workstation}, {@code testboard} or {@code snfn}: what the header says, whatever the name says
 * @param madeAt when it was made, in plant time; a newer export knows better than an older one
 * @param content its bytes
 * @param rows data rows that a reader finds, the rejected ones included
 * @param rejected rows that lack a station or have no real end time
 * @param readable whether it is a workbook at all; a broken download or a login page is not, and has no rows
 */
public record DemoExport(
        String path, String feed, LocalDateTime madeAt, byte[] content, int rows, int rejected, boolean readable) {}
