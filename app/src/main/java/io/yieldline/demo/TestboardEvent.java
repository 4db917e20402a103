package io.yieldline.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A true electrical test: in plant time (exports have Shanghai time), clean serial number, blanks as null. */
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
