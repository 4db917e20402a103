package io.yieldline.insight;

/**
 * Judged runs at a station whose unit had the same run there before.
 *
 * @param station the station
 * @param fixtureBefore the fixture of the run before; blank for a first run
 * @param codeBefore the error code of the run before
 * @param repeated whether there was a run before
 * @param runs their number
 * @param seconds their durations together
 */
record RunTime(String station, String fixtureBefore, String codeBefore, boolean repeated, long runs, long seconds) {}
