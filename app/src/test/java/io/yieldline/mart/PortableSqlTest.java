package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mart files keep to the SQL that DuckDB, PostgreSQL and Spark understand alike. */
class PortableSqlTest {
    @ParameterizedTest
    @MethodSource("files")
    void aMartKeepsToTheCommonSubset(String name, String select) {
        assertThat(PortableSql.offences(select)).as(name).isEmpty();
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
        assertThat(PortableSql.offences(select)).isNotEmpty();
    }

    @Test
    void theSubsetItselfIsFree() {
        assertThat(PortableSql.offences("""
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
}
