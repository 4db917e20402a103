package io.yieldline;

/** Receives the progress of work that has several parts, such as the tables of a backup. */
@FunctionalInterface
public interface PartProgress {
    /** Nobody wants to know. */
    PartProgress NONE = (part, number, count) -> {};

    /** Part {@code number} of {@code count} starts, counted from 1; throws if the work is to stop. */
    void begins(String part, int number, int count);
}
