package io.yieldline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTextTest {
    @Test
    void findsParametersOutsideOfQuotesAndComments() {
        assertThat(new QueryText(
                                "select {b}, '{c}', \"{d}\", $${e}$$ -- {f}\n, /* {g} */ {a}, {b}, {'h': 1}, {I} from t")
                        .parameters())
                .containsExactly("b", "a");
    }

    @Test
    void aValueIsOneQuotedTextWhateverItSays() {
        QueryText text = new QueryText("select * from t where day >= {from} and note <> '{from}'");

        assertThat(text.filled(Map.of("from", "2025-05-01"), List.of()))
                .isEqualTo("select * from t where day >= '2025-05-01' and note <> '{from}'");
        assertThat(text.filled(Map.of("from", "'; drop table t; -- $1 \\ {from}"), List.of()))
                .isEqualTo("select * from t where day >= '''; drop table t; -- $1 \\ {from}' and note <> '{from}'");
    }

    @Test
    void aListIsATable() {
        assertThat(new QueryText("select * from t where u in {serials}")
                        .filled(Map.of(), List.of(new ValueList("serials", List.of("A")))))
                .isEqualTo("select * from t where u in (select value from \"serials\")");
    }

    @Test
    void aListIsReadAsPeoplePasteIt() {
        assertThat(ValueList.parse("serials", "\uFEFF A1,\"A2\";A3\r\n\nA1\tA4 ")
                        .values())
                .containsExactly("A1", "A2", "A3", "A4");
    }

    @Test
    void refusesWhatItCannotUse() {
        refused("the query is empty; write a SELECT", () -> new QueryText(" \n"));
        refused(
                "the query has more than 16384 bytes; give long lists as lists: --list NAME=FILE",
                () -> new QueryText("select " + "ü".repeat(8_200)));
        refused(
                "the query has more than 16384 bytes; give long lists as lists: --list NAME=FILE",
                () -> new QueryText("select " + "{a}".repeat(100)).filled(Map.of("a", "x".repeat(1_000)), List.of()));
        refused(
                "the value of {a} is not a text of at most 1000 characters",
                () -> new QueryText("select {a}").filled(Map.of("a", "x".repeat(1_001)), List.of()));
        refused(
                "{a} is given as a value and as a list; give one",
                () -> new QueryText("select {a}").filled(Map.of("a", "x"), List.of(new ValueList("a", List.of("x")))));
        refused("the list a is empty", () -> ValueList.parse("a", " , "));
        refused(
                "\"a b\" is not a valid name of a list; write lower-case letters, digits and _",
                () -> new ValueList("a b", List.of("x")));
    }

    @Test
    void oneSemicolonAtTheEndIsNoSecondStatement() {
        assertThat(new QueryText("select 1 ; \n").sql()).isEqualTo("select 1 ");
    }

    private static void refused(String message, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(UserError.class).hasMessage(message);
    }
}
