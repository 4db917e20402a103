package io.yieldline.api;

/**
 * How requests of a route are handled.
 *
 * @param steady whether the response depends only on the parameters and the database, so that it can be cached
 * @param byLogin whether tokens are refused
 * @param mostBytes maximum size of a body; zero to derive it from the parameters
 */
record Terms(boolean steady, boolean byLogin, Lane lane, int mostBytes) {
    /** A request like almost all. */
    static final Terms USUAL = new Terms(false, false, Lane.ORDINARY, 0);

    Terms steadily() {
        return new Terms(true, byLogin, lane, mostBytes);
    }

    Terms byLoginOnly() {
        return new Terms(steady, true, lane, mostBytes);
    }

    Terms in(Lane other) {
        return new Terms(steady, byLogin, other, mostBytes);
    }

    Terms upTo(int bytes) {
        return new Terms(steady, byLogin, lane, bytes);
    }
}
