package io.yieldline.plant;

import java.io.IOException;

/** Describes file system errors. */
public final class FileFault {
    private FileFault() {}

    /** The kind of the error and the message of the system, such as {@code AccessDenied: plant/LOCK}. */
    public static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
