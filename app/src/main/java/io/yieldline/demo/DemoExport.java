package io.yieldline.demo;

import java.time.LocalDateTime;

/**
 * One export file, as from the portal.
 *
 * @param path path below the demo folder, such as {@code 2025-03/workstationOutputReport (1).xls}
 * @param feed {@code workstation}, {@code testboard} or {@code snfn}, according to the header
 * @param madeAt export time, in plant time; a newer export overrides an older one
 * @param content its bytes
 * @param rows data rows, including rejected rows
 * @param rejected rows that lack a station or have no real end time
 * @param readable whether it is a workbook; a truncated download or a login page is not, and has no rows
 */
public record DemoExport(
        String path, String feed, LocalDateTime madeAt, byte[] content, int rows, int rejected, boolean readable) {}
