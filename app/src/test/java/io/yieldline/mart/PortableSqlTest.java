package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mart files keep to the SQL that DuckDB, PostgreSQL and Spark understand alike. */
class PortableSqlTest {
    private static final Map<String, Pattern> REFUSED = new LinkedHashMap<>();

    static {
        refuse("a quotient has another type on each engine; marts hold counts", "/|%|\\bdiv\\b|\\bmod\\(");
        refuse(
                "floating point differs in the last digit",
                "\\b(float|double|real|avg|stddev\\w*|var_\\w+|variance|regr_\\w+"
                        + "|corr|exp|ln|log|power|sqrt|round|trunc)\\b");
        refuse(
                "an aggregate that one of them lacks",
                "\\b(min_by|max_by|arg_min|arg_max|any_value|count_if|every|median"
                        + "|percentile_\\w+|approx_\\w+|array_agg|string_agg|listagg)\\b");
        refuse(
                "the calendar is computed on the way in",
                "\\b(date_trunc|extract|interval|isoyear|isodow|dow|epoch|to_char"
                        + "|strftime|date_format|datediff|date_diff|date_part|make_date|last_day|yearofweek)\\b");
        refuse(
                "a mart depends on nothing but its source",
                "\\b(now|random|current_date|current_timestamp|localtimestamp)\\b");
        refuse("a dialect's cast", "::|\\bas (text|string|varchar(?!\\()|int|integer)\\b");
        refuse("a dialect's operator or quote", "~|\"|\\\\|\\[|\\b(ilike|rlike|similar|regexp\\w*)\\b");
        refuse(
                "a dialect's clause",
                "\\b(qualify|distinct on|group by all|ignore nulls|fetch first|exclude|pivot|sample"
                        + "|lateral|unnest|generate_series|collate|materialized)\\b");
        refuse("blanks in it count on one and blank all on another", "\\bconcat\\(");
        refuse("a sum is numeric or huge: cast it to bigint", "(?<!cast\\()\\bsum\\(");
        refuse("a function that one of them lacks", "\\b(strpos|left|right|initcap|nvl|ifnull|iff|decode)\\(");
        refuse(
                "the order of nulls differs: say nulls last or nulls first",
                "order by (?!(\\w+( desc)? nulls (last|first)(, )?)+ ?\\))");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aMartKeepsToTheCommonSubset(String name, String select) {
        assertThat(offences(select)).as(name).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select passed / total from t",
                "select avg(x) from t",
                "select x::text from t",
                "select cast(x as varchar) from t",
                "select cast(x as int) from t",
                "select date_trunc('week', ended_at) from t",
                "select sum(x) from t",
                "select row_number() over (order by a) from t",
                "select row_number() over (partition by a order by b nulls last, c) from t",
                "select a from t qualify row_number() over (order by a nulls last) = 1",
                "select concat(a, b) from t",
                "select \"a\" from t",
                "select a from t where b ~ 'x'",
                "select distinct on (a) a, b from t",
                "select a, count(*) from t group by all"
            })
    void theTrapsAreSeen(String select) {
        assertThat(offences(select)).isNotEmpty();
    }

    @Test
    void theSubsetItselfIsFree() {
        assertThat(offences("""
                select a, cast(sum(b) as bigint) as b, count(*) filter (where c is distinct from 'x') as n -- 1/2
                from (select a, b, c, row_number() over (order by a desc nulls last, b nulls first) as nth from t) u
                where upper(c) like 'A!_%' escape '!' and nth <= 3
                group by a""")).isEmpty();
    }

    static Stream<Object[]> files() {
        Marts marts = Marts.builtIn();
        return Stream.concat(marts.all().stream(), marts.units().stream())
                .map(mart -> new Object[] {mart.name(), mart.select()});
    }

    private static void refuse(String why, String pattern) {
        REFUSED.put(why, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    private static List<String> offences(String select) {
        String sql = select.replaceAll("--.*", "").replaceAll("'[^']*'", "''").replaceAll("\\s+", " ");
        return REFUSED.entrySet().stream()
                .flatMap(refused -> refused.getValue()
                        .matcher(sql)
                        .results()
                        .map(found -> "\"" + found.group() + "\": " + refused.getKey()))
                .toList();
    }
}
