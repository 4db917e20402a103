package io.yieldline.finding;

import io.yieldline.insight.Dimension;
import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a finding is about; a part that does not matter is empty. */
public record FindingSubject(String model, String station, String fixture, String errorCode, String partNumber) {
    /** About nothing that has a name here. */
    static final FindingSubject NONE = new FindingSubject("", "", "", "", "");

    /** The subject of a series. */
    static FindingSubject of(Subject subject) {
        return new FindingSubject(
                subject.model(),
                subject.station(),
                subject.kind() == SeriesKind.FIXTURE ? subject.name() : "",
                subject.kind() == SeriesKind.ERROR_CODE ? subject.name() : "",
                "");
    }

    /** A fixture, whatever it tests. */
    static FindingSubject ofFixture(String fixture) {
        return new FindingSubject("", "", fixture, "", "");
    }

    /** The same values as one text. */
    String key() {
        return String.join("|", model, station, fixture, errorCode, partNumber);
    }

    /** Whether its units are those of the test-board log, which alone has fixtures and error codes. */
    boolean ofTestBoards() {
        return !fixture.isEmpty() || !errorCode.isEmpty();
    }

    /** What limits its units. */
    Map<Dimension, String> scope() {
        Map<Dimension, String> scope = new LinkedHashMap<>();
        put(scope, Dimension.MODEL, model);
        put(scope, Dimension.STATION, station);
        put(scope, Dimension.FIXTURE, fixture);
        return scope;
    }

    private static void put(Map<Dimension, String> scope, Dimension dimension, String value) {
        if (!value.isEmpty()) {
            scope.put(dimension, value);
        }
    }
}
