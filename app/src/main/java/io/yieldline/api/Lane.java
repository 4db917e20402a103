package io.yieldline.api;

import io.yieldline.query.QueryDesk;

/**
 * A kind of request with threads of its own, so that the requests of one kind do not use up those of another. What finds no thread
 * waits without one, see {@link Turns}.
 */
enum Lane {
    /** Health checks. They answer from memory and never wait. */
    HEALTH(0, 0, 0, ""),
    /** Almost everything. */
    ORDINARY(24, 12, 20, "the server is busy; try again in a few seconds"),
    /**
     * Logins and new passwords: each computes for part of a second. Fewer than the failures that {@link LoginGuard} allows, because
     * an attempt counts as one while it is judged.
     */
    PASSWORDS(4, 4, 4, "too many logins at the same time; try again in a few seconds"),
    /** Large bodies, which are read by a thread while they arrive. */
    LARGE_BODIES(8, 4, 8, "too many uploads in progress; try again later"),
    /** SQL of people: each answer comes from a process of its own, and there are no more of these. */
    QUERIES(
            QueryDesk.MOST,
            2,
            QueryDesk.MOST,
            "busy: " + QueryDesk.MOST + " queries are running; try again in a few seconds"),
    /** Followers of a job, each with a thread until the job ends. */
    EVENTS(12, 4, 12, "too many clients follow jobs; request the state of the job instead"),
    /** A scrape reads every table; one at a time. */
    METRICS(1, 1, 1, "another scrape is not done yet; try again later"),
    /** Commands of local command lines, which can take minutes. */
    COMMANDS(32, 32, 32, "the server runs 32 commands already; try again later");

    private final int threads;
    private final int mostOfUser;
    private final int mostFromAddress;
    private final String busy;

    Lane(int threads, int mostOfUser, int mostFromAddress, String busy) {
        this.threads = threads;
        this.mostOfUser = mostOfUser;
        this.mostFromAddress = mostFromAddress;
        this.busy = busy;
    }

    /** Whether its routes read their bodies themselves, because these can be large. */
    boolean readsBodies() {
        return this == LARGE_BODIES || this == QUERIES;
    }

    /** How many requests are processed at the same time. */
    int threads() {
        return threads;
    }

    /** How many requests of a user are under way until the last byte of their response is sent. */
    int mostOfUser() {
        return mostOfUser;
    }

    /** How many requests from an address are processed at the same time; there may be many users behind it. */
    int mostFromAddress() {
        return mostFromAddress;
    }

    /** What the sender of a request is told that found no turn in time. */
    String busy() {
        return busy;
    }
}
