package io.yieldline.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A true production step: in plant time, final status, blanks as null. */
public record WorkstationEvent(
        String serialNumber,
        String partNumber,
        String model,
        String station,
        LocalDateTime startedAt,
        LocalDateTime endedAt,
        @Nullable String status,
        @Nullable String flow,
        @Nullable String operator) {}
