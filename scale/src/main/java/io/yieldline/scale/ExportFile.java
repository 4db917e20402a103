package io.yieldline.scale;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * An export on storage that every machine of the cluster sees.
 *
 * @param place its address
 * @param name its name within the exports of the plant
 * @param arrived when it was written there, in milliseconds
 */
public record ExportFile(String place, String name, long bytes, long arrived) implements Serializable {
    /** When it was written there, as UTC. */
    public LocalDateTime arrivedAt() {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(arrived), ZoneOffset.UTC);
    }

    /** What tells it from other exports without reading it. */
    Sight sight() {
        return new Sight(name, bytes, arrived);
    }

    /** What is seen of an export without reading it. */
    record Sight(String name, long bytes, long arrived) {}
}
