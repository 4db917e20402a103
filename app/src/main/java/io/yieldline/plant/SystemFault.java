package io.yieldline.plant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A fault of the machine, recognized by the words of its error message: not the file is wrong, but its disk, its rights or a limit. */
public enum SystemFault {
    /** No room. */
    FULL(
            "the disk is full; free some space, then run it again",
            "no space left",
            "file too large",
            "could not extend file",
            "disk quota"),
    /** The disk, or the network drive, reports errors. */
    DEVICE(
            "the disk or network drive reports an error; look at the system log (dmesg), replace a failing disk, then run it again",
            "input/output error",
            "stale file handle",
            "structure needs cleaning",
            "remote i/o error"),
    /** Too few file descriptors. */
    FILES(
            "the program may open too few files; raise the limit to 1024 or more (ulimit -n; LimitNOFILE of a service), then run it again",
            "too many open files"),
    /** Too few threads or processes. */
    THREADS(
            "the program may start too few threads; raise the limit (ulimit -u; TasksMax of a service), then run it again",
            "unable to create native thread",
            "unable to create new native thread"),
    /** Mounted without writing. */
    READ_ONLY(
            "the file system is read-only, as it becomes after a disk error; make it writable, then run it again",
            "read-only file system"),
    /** No permission. */
    FORBIDDEN(
            "the user of this program needs read and write permission for it and its directory",
            "permission denied",
            "accessdenied",
            "operation not permitted"),
    /** A folder where a file belongs, or the other way round. */
    IN_THE_WAY("something else has this name; move it away, then run it again", "is a directory", "not a directory");

    private final String advice;
    private final List<String> words;

    SystemFault(String advice, String... words) {
        this.advice = advice;
        this.words = List.of(words);
    }

    /** The fault behind an error message, if it is one of these. */
    public static Optional<SystemFault> of(String message) {
        String said = message.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(fault -> fault.words.stream().anyMatch(said::contains))
                .findFirst();
    }

    /** What it is, and what to do. */
    public String advice() {
        return advice;
    }
}
