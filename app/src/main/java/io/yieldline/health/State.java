package io.yieldline.health;

/** How a link of the chain is. */
public enum State {
    /** As it should be. */
    OK,
    /** Numbers are right, but somebody should look. */
    WARN,
    /** Something is lost, wrong, or cannot go on. */
    BROKEN,
    /** It could not be looked at, since something before it is broken. */
    UNKNOWN
}
