package io.yieldline.health;

/** The kinds of repair steps, in the order in which they must run. */
public enum Stage {
    /** Create missing directories of the home. */
    MAKE_DIRECTORIES,
    /** Close the home to other users of the machine. */
    CLOSE_TO_OTHERS,
    /** Move a changed export out of the archive, so that it can be loaded again. */
    SET_EXPORT_ASIDE,
    /** Move a damaged write-ahead log away; its exports are loaded again. */
    SET_LOG_ASIDE,
    /** Move a damaged database away; the newest verified backup or an empty database replaces it. */
    SET_DATABASE_ASIDE,
    /** Empty the master log of a feed, to reload its exports. */
    REBUILD_FEED,
    /** Load confirmed exports again that the database lacks. */
    RELOAD,
    /** Refresh marts. */
    REFRESH,
    /** Record the end of killed runs. */
    CLOSE_RUNS,
    /** A manual step. */
    BY_HAND,
    /** A command for the user: it shows details, or takes a backup, but repairs no data. */
    LOOK
}
