package io.yieldline.insight;

/** The records that conclusions count, as SQL conditions. */
final class JudgedRuns {
    /** At a station of repair, debug or scrap: those that the complete rolled yield leaves out. */
    static final String AT_REPAIR =
            "exists (select 1 from rule_complete_exclusion e where name_key(station) like e.pattern escape '!')";

    /** With a verdict, at a station where something is made or tested. */
    static final String CONDITION = "verdict in ('pass', 'fail') and not " + AT_REPAIR;

    private JudgedRuns() {}
}
