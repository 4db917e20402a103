package io.yieldline.plant;

import java.io.IOException;

/** What the file system has against something, for people. */
public final class FileFault {
    private FileFault() {}

    /** The kind of the fault and what the system said, such as {@code AccessDenied: plant/LOCK}. */
    public static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
