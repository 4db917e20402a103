package io.yieldline.insight;

import io.yieldline.Counted;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be suspected of failing units. */
public enum Suspected {
    /** A fixture, which only the test-board log has. */
    FIXTURE(true, "fixture", "station", "model", "part_number"),
    /** A station: its units are compared with those of other stations. */
    STATION(false, "station", "model", "part_number"),
    /** A part number: its units are compared with others of the same model at the same station. */
    PART_NUMBER(false, "part_number", "station", "model"),
    /** Who worked at the station. */
    OPERATOR(false, "operator", "station", "model", "part_number"),
    /** An error code that comes more often on one fixture than on others. */
    ERROR_CODE(true, "fixture", "station", "model", "part_number");

    private final boolean ofTestBoards;
    private final String column;
    private final List<String> strata;

    Suspected(boolean ofTestBoards, String column, String... strata) {
        this.ofTestBoards = ofTestBoards;
        this.column = column;
        this.strata = List.of(strata);
    }

    /** The name in options, columns and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns that name one of them: an error code stands with its fixture. */
    public List<String> columns() {
        return byCode() ? List.of(word(), column) : List.of(column);
    }

    /** The columns that must be equal for units to be compared. */
    public List<String> strata() {
        return strata;
    }

    /** The columns that must be equal, in words. */
    public String strataInWords() {
        List<String> words = strata.stream().map(name -> name.replace('_', ' ')).toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** The log in words. */
    public String logInWords() {
        return ofTestBoards ? "test-board log" : "workstation log";
    }

    /** Several of them in words. */
    public String plural() {
        return switch (this) {
            case ERROR_CODE -> "pairs of error code and fixture";
            default -> Counted.plural(word().replace('_', ' '));
        };
    }

    boolean byCode() {
        return this == ERROR_CODE;
    }

    /** What the suspect of a run is called, in SQL. */
    String column() {
        return column;
    }

    /** The log and the records of it that count, in SQL that conditions can follow. */
    String records() {
        return (ofTestBoards
                        ? "testboard_master_log where excluded is not true"
                        : "workstation_master_log where in_scope")
                + " and " + JudgedRuns.CONDITION;
    }

    /** The columns of a stratum and then the suspect, as texts in which a blank is empty. */
    String groups() {
        return String.join(
                ", ",
                Stream.concat(strata.stream(), Stream.of(column))
                        .map(name -> "coalesce(" + name + ", '')")
                        .toList());
    }
}
