package io.yieldline.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** An electrical test as it truly was: plant time (the exports say Shanghai time), clean serial number, blanks as null. */
public record TestboardEvent(
        String serialNumber,
        String partNumber,
        String model,
        @Nullable String process,
        String station,
        LocalDateTime startedAt,
        LocalDateTime endedAt,
        @Nullable String status,
        @Nullable String operator,
        @Nullable String failureReasons,
        @Nullable String failureNote,
        @Nullable String failureCode,
        @Nullable String fixture) {}
