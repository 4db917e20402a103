package io.yieldline.demo;

/**
 * The additional data of a test-board record.
 *
 * @param scannedSerial the serial number with the scanner prefix
 * @param fixture the fixture as scanned
 * @param board number of the baseboard, 0 if unknown
 * @param lost whether this test is missing in the workstation log
 */
record TestRun(String scannedSerial, String fixture, Failure failure, String disposition, int board, boolean lost) {
    private static final String SCANNER_JUNK = "：\t";

    static TestRun of(Unit unit, Fixture fixture, Failure failure, Dice dice) {
        String serialNumber = unit.serialNumber();
        return new TestRun(
                dice.chance(0.1) ? SCANNER_JUNK + serialNumber : serialNumber,
                fixture.scanned(dice),
                failure,
                unit.disposition(),
                dice.chance(3) ? 0 : 1 + dice.below(60),
                dice.chance(0.1));
    }
}
