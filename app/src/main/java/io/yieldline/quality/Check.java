package io.yieldline.quality;

/** A question about the data that has a right answer. */
public interface Check {
    /** The word for it on the command line. */
    String name();

    /** What it looks for. */
    String title();

    /** Looks. */
    CheckReport run(Inspection inspection);
}
