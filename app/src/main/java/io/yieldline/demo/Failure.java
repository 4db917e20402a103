package io.yieldline.demo;

import java.util.List;

/** A failure reason as the test board reports it: the text ends in the error code, or in {@code _na} after it. */
record Failure(String reason, String note) {
    static final Failure NONE = new Failure("", "");

    static final List<Failure> ALL = List.of(
            new Failure("028002001_071100020077", "FCT(test-failed)"),
            new Failure("020025006_na", "SMB(no-answer)"),
            new Failure("017014001_000000000655", "PHT(test-failed)"),
            new Failure("017007001_020000240318", "bandwidth below limit"),
            new Failure("031002001_000000000153", "PCIe bus error"),
            new Failure("017026524_na", ""),
            new Failure("024011001_020000310241", "设备无法识别(board not recognised)"),
            new Failure("000000000655", "PHT(timeout)"),
            new Failure("020023127_na", "温度超过上限(temperature above limit)"),
            new Failure("972400", "power below limit"),
            new Failure("510000262140", "FUSE(test-failed)"),
            NONE);

    private static final String NOT_APPLICABLE = "_na";

    /** {@code EC} and three digits, or blank without a reason. */
    String errorCode() {
        if (reason.isEmpty()) {
            return "";
        }
        int end = reason.length() - (reason.endsWith(NOT_APPLICABLE) ? NOT_APPLICABLE.length() : 0);
        return "EC" + reason.substring(end - 3, end);
    }
}
