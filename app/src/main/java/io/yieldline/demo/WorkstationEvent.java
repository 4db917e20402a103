package io.yieldline.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A production step as it truly was: plant time, the last word on its status, blanks as null. */
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
