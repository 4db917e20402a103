package io.yieldline.mart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The SQL that DuckDB, PostgreSQL and Spark understand alike; marts keep to it. */
final class PortableSql {
    private static final Pattern WITHOUT_MEANING = Pattern.compile("'[^']*'|--[^\n]*");
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
                "order by (?!\\s*(\\w+( desc)?\\s+nulls (last|first)(,\\s*)?)+\\s*\\))");
    }

    private PortableSql() {}

    /** What in a SELECT is outside of it, with its place. */
    static List<Offence> offences(String select) {
        String sql = bare(select).replaceAll("\\s", " ");
        return REFUSED.entrySet().stream()
                .flatMap(refused -> refused.getValue()
                        .matcher(sql)
                        .results()
                        .map(found -> new Offence(found.start(), found.group(), refused.getKey())))
                .toList();
    }

    /** A SELECT without its comments and the inside of its texts, each as long as it was. */
    static String bare(String select) {
        return WITHOUT_MEANING.matcher(select).replaceAll(PortableSql::blank);
    }

    private static String blank(MatchResult found) {
        return found.group().startsWith("'")
                ? "'" + " ".repeat(found.group().length() - 2) + "'"
                : " ".repeat(found.group().length());
    }

    private static void refuse(String why, String pattern) {
        REFUSED.put(why, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    /**
     * Something that the engines do not share.
     *
     * @param place where it begins in the SELECT
     */
    record Offence(int place, String text, String why) {
        @Override
        public String toString() {
            return "\"" + text + "\": " + why;
        }
    }
}
