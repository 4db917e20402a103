package io.yieldline.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A failure by serial number and fixture; the model is null if the export has no such column. */
public record SnfnEvent(
        String serialNumber,
        String partNumber,
        @Nullable String model,
        String station,
        String fixture,
        @Nullable String errorCode,
        @Nullable String errorText,
        LocalDateTime startedAt,
        LocalDateTime endedAt) {}
