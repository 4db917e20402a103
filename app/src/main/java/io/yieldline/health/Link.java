package io.yieldline.health;

/** A link of the chain from export to mart. */
interface Link {
    /** The name. */
    String name();

    /** The consequences if it is broken. */
    String downstream();

    /** Whether the check needs an open database. */
    default boolean inDatabase() {
        return true;
    }

    /** Checks the link. */
    Found examine(Examination examination);
}
