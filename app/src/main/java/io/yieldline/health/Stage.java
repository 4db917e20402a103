package io.yieldline.health;

/** What can be done about broken links, in the order in which it has to be done. */
public enum Stage {
    /** Make the directories of the home that are missing. */
    MAKE_DIRECTORIES,
    /** Move an archived export whose bytes changed out of the way, so that it can be given again. */
    SET_EXPORT_ASIDE,
    /** Move a damaged write-ahead log out of the way; what was committed last is loaded again. */
    SET_LOG_ASIDE,
    /** Move a damaged database out of the way; the newest verified backup or an empty one takes its place. */
    SET_DATABASE_ASIDE,
    /** Empty the master log of a feed, whose exports are then loaded again. */
    REBUILD_FEED,
    /** Load confirmed exports again that the database lacks. */
    RELOAD,
    /** Bring marts up to date. */
    REFRESH,
    /** Enter the end of runs that were killed. */
    CLOSE_RUNS,
    /** Only people can do it. */
    BY_HAND,
    /** A command that people give themselves: it says more, or takes a backup; it mends no data. */
    LOOK
}
