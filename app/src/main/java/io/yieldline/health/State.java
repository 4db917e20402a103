package io.yieldline.health;

/** The state of a link. */
public enum State {
    /** Healthy. */
    OK,
    /** Numbers are correct, but something needs attention. */
    WARN,
    /** Something is lost, wrong, or blocked. */
    BROKEN,
    /** It cannot be examined, because an earlier link is broken. */
    UNKNOWN
}
