package io.yieldline.ingest;

import java.time.LocalDateTime;

/**
 * The decision that a parked export need not be loaded. Its bytes stay in the archive.
 *
 * @param sha256 the hash of its bytes
 * @param file its name
 * @param at when it was dismissed, in plant time
 * @param by the user who dismissed it
 * @param reason why
 */
public record Dismissal(String sha256, String file, LocalDateTime at, String by, String reason) {}
