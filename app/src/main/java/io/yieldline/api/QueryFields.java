package io.yieldline.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a body that has the parameters of a query. */
final class QueryFields {
    private static final int MOST_LIST_CHARACTERS = 1_000_000;
    private static final int MOST_VALUE_CHARACTERS = 1_100;

    static final Parameter PARAM = Parameter.text("param", "the value of a parameter, such as from=2025-05-01")
            .characters(MOST_VALUE_CHARACTERS)
            .severalTimes()
            .inBody();

    static final Parameter LIST = Parameter.text("list", "a list of values, such as serials=SN1 SN2 SN3")
            .characters(MOST_LIST_CHARACTERS)
            .severalTimes()
            .inBody();

    private QueryFields() {}

    /** The values by name. */
    static Map<String, String> values(Values values) {
        return pairs(PARAM.name(), values.texts(PARAM.name()));
    }

    /** The lists by name, each as one text. */
    static Map<String, String> lists(Values values) {
        return pairs(LIST.name(), values.texts(LIST.name()));
    }

    private static Map<String, String> pairs(String parameter, List<String> texts) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw Problem.wrong(parameter, parameter + " has no name; write NAME=VALUE");
            }
            pairs.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return pairs;
    }
}
