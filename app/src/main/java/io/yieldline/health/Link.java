package io.yieldline.health;

/** A link of the chain from export to mart. */
interface Link {
    /** The word for it. */
    String name();

    /** What is wrong or waits when it is broken. */
    String downstream();

    /** Whether it can only be looked at in an open database. */
    default boolean inDatabase() {
        return true;
    }

    /** Looks. */
    Found examine(Examination examination);
}
