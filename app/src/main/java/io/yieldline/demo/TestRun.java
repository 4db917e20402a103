package io.yieldline.demo;

/**
 * What a test board knows about a step beyond the step itself.
 *
 * @param scannedSerial the serial number with what the scanner put before it
 * @param fixture the fixture as scanned
 * @param board number of the baseboard, 0 when it was not noted
 * @param lost whether the workstation log missed this test
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
