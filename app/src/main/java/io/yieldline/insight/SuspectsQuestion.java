package io.yieldline.insight;

import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who fails more units than the mix explains.
 *
 * @param period the days; a unit counts at a station by its first judged run in them
 * @param of what is suspected
 * @param scope only units with these values; an empty text stands for blank
 */
public record SuspectsQuestion(Period period, Suspected of, Map<Dimension, String> scope) {
    /** A copy that nobody changes. */
    public SuspectsQuestion {
        scope = Map.copyOf(scope);
    }

    /** First judged runs of units, counted by stratum, suspect and what failed. */
    List<FirstRuns> firstRuns(Session session) {
        RowFilter filter = new RowFilter();
        filter.add("place = ?", 1);
        scope.forEach((dimension, value) -> filter.oneOf(dimension.column(), List.of(value)));
        int strata = of.strata().size();
        return session.query(
                "select " + of.groups() + ", " + failure() + ", count(*) from (select *, " + RunOrder.PLACE + " from "
                        + of.records() + " and " + period.sql() + ") r" + filter.where() + " group by "
                        + numbers(strata)
                        + " order by " + numbers(strata),
                row -> {
                    List<String> stratum = new ArrayList<>();
                    for (int i = 1; i <= strata; i++) {
                        stratum.add(row.getString(i));
                    }
                    return new FirstRuns(
                            stratum, row.getString(strata + 1), row.getString(strata + 2), row.getLong(strata + 3));
                },
                filter.parameters());
    }

    /** What failed: blank for a passed unit, else its error code if codes are asked for. */
    private String failure() {
        String failed = of.byCode() ? "coalesce(error_code, 'no code')" : "'" + FirstRuns.FAILED + "'";
        return "case when verdict = 'fail' then " + failed + " else '' end";
    }

    private static String numbers(int strata) {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= strata + 2; i++) {
            numbers.add(String.valueOf(i));
        }
        return String.join(", ", numbers);
    }
}
