package io.yieldline.api;

import io.yieldline.Excerpt;
import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A request parameter: its documentation and validation.
 *
 * @param in location of the parameter
 * @param words the valid values; empty for any
 * @param least minimum number
 * @param most maximum number, or maximum length of a text
 * @param many whether it can be repeated or given as a list
 */
record Parameter(
        String name,
        In in,
        Type type,
        String description,
        boolean required,
        boolean many,
        List<String> words,
        long least,
        long most) {
    private static final int MAX_CHARACTERS = 300;

    /** As in {@code \ u00e4}. */
    private static final long JSON_BYTES_OF_CHARACTER = 6;

    private static final long JSON_BYTES_AROUND = 8;
    private static final long OTHER_VALUE_BYTES = 24;
    private static final long VALUES = 100;

    /** The location of a parameter. */
    enum In {
        PATH,
        QUERY,
        /** A field of the JSON body. */
        BODY
    }

    /** The type of a parameter. */
    enum Type {
        TEXT,
        NUMBER,
        DAY,
        WEEK,
        FLAG
    }

    static Parameter path(String name, String description) {
        return new Parameter(name, In.PATH, Type.TEXT, description, true, false, List.of(), 0, MAX_CHARACTERS);
    }

    static Parameter text(String name, String description) {
        return of(name, Type.TEXT, description, 0, MAX_CHARACTERS);
    }

    static Parameter number(String name, String description, long least, long most) {
        return of(name, Type.NUMBER, description, least, most);
    }

    static Parameter day(String name, String description) {
        return of(name, Type.DAY, description, 0, 0);
    }

    static Parameter week(String name, String description) {
        return of(name, Type.WEEK, description, 0, 0);
    }

    static Parameter flag(String name, String description) {
        return of(name, Type.FLAG, description, 0, 0);
    }

    static Parameter word(String name, String description, List<String> words) {
        return new Parameter(name, In.QUERY, Type.TEXT, description, false, false, words, 0, MAX_CHARACTERS);
    }

    private static Parameter of(String name, Type type, String description, long least, long most) {
        return new Parameter(name, In.QUERY, type, description, false, false, List.of(), least, most);
    }

    /** This parameter as a field of the body. */
    Parameter inBody() {
        return new Parameter(name, In.BODY, type, description, required, many, words, least, most);
    }

    Parameter needed() {
        return new Parameter(name, in, type, description, true, many, words, least, most);
    }

    Parameter severalTimes() {
        return new Parameter(name, in, type, description, required, true, words, least, most);
    }

    Parameter characters(int number) {
        return new Parameter(name, in, type, description, required, many, words, least, number);
    }

    /** Parses the value, or throws a problem that describes the error. */
    Object value(String text) {
        return switch (type) {
            case TEXT -> checked(text);
            case NUMBER -> number(text);
            case DAY -> valid(TimeInput::day, text);
            case WEEK -> week(text);
            case FLAG -> flag(text);
        };
    }

    /** How many bytes it can take in a JSON body: its name and its longest value, or a list of values. */
    long mostBytes() {
        long value = type == Type.TEXT ? JSON_BYTES_OF_CHARACTER * most : OTHER_VALUE_BYTES;
        return name.length() + JSON_BYTES_AROUND + (many ? VALUES * value : value);
    }

    /** The OpenAPI schema. */
    Map<String, Object> schema() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(
                "type",
                switch (type) {
                    case TEXT, DAY, WEEK -> "string";
                    case NUMBER -> "integer";
                    case FLAG -> "boolean";
                });
        switch (type) {
            case TEXT -> one.put("maxLength", most);
            case NUMBER -> {
                one.put("minimum", least);
                one.put("maximum", most);
            }
            case DAY -> one.put("format", "date");
            case WEEK -> one.put("pattern", "^\\d{4}-W\\d{2}$");
            case FLAG -> {}
        }
        if (!words.isEmpty()) {
            one.put("enum", words);
        }
        return many ? Map.of("type", "array", "items", one) : one;
    }

    private Object checked(String text) {
        if (!words.isEmpty() && !words.contains(text)) {
            throw wrong(text, "is not one of " + String.join(", ", words));
        }
        if (text.length() > most) {
            throw Problem.wrong(name, name + " has more than " + most + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw Problem.wrong(name, name + " has a character that is not text");
        }
        return text;
    }

    private Object number(String text) {
        if (text.matches("-?[0-9]{1,18}")) {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw wrong(text, "is not a whole number from " + least + " to " + most);
    }

    private <T> T valid(Function<String, T> value, String text) {
        try {
            return value.apply(text);
        } catch (InvalidInput e) {
            throw wrong(text, e.reason());
        }
    }

    private Object week(String text) {
        valid(TimeInput::monday, text);
        return text;
    }

    private Object flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw wrong(text, "is not valid; write true or false");
    }

    private Problem wrong(String text, String reason) {
        String shown = Excerpt.of(text, 60);
        return Problem.wrong(name, name + " \"" + shown + "\" " + reason);
    }
}
