package io.yieldline.api;

import io.yieldline.Sha256;
import io.yieldline.mart.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The validated parameter values of a request. */
final class Values {
    private final Map<String, List<Object>> values;

    private Values(Map<String, List<Object>> values) {
        this.values = values;
    }

    /** Validates path and query parameters and fields of the body; refuses unknown names. */
    static Values of(List<Parameter> known, Map<String, List<String>> texts, @Nullable JsonNode body) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        List<Parameter> outside =
                known.stream().filter(each -> each.in() != Parameter.In.BODY).toList();
        List<Parameter> fields =
                known.stream().filter(each -> each.in() == Parameter.In.BODY).toList();
        texts.forEach((name, given) -> put(values, parameter(outside, name), given));
        if (body != null) {
            if (!body.isObject()) {
                throw new Problem(400, "the body is not a JSON object");
            }
            body.properties().forEach(field -> put(values, parameter(fields, field.getKey()), texts(field)));
        }
        known.stream()
                .filter(each -> each.required() && !values.containsKey(each.name()))
                .findFirst()
                .ifPresent(each -> {
                    throw Problem.wrong(each.name(), each.name() + " is missing: " + each.description());
                });
        return new Values(values);
    }

    Optional<String> text(String name) {
        return first(name).map(String.class::cast);
    }

    String required(String name) {
        return text(name).orElseThrow();
    }

    List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String.class::cast)
                .toList();
    }

    Optional<Long> number(String name) {
        return first(name).map(Long.class::cast);
    }

    Optional<LocalDate> day(String name) {
        return first(name).map(LocalDate.class::cast);
    }

    /** The days of {@code from} and {@code to}, or of {@code week}. */
    DayRange range() {
        Optional<LocalDate> from = day("from");
        Optional<LocalDate> to = day("to");
        Optional<String> week = text("week");
        if (week.isPresent() && (from.isPresent() || to.isPresent())) {
            throw Problem.wrong("week", "give a week, or from and to");
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Problem.wrong("to", "the range " + from.get() + " to " + to.get() + " ends before it starts");
        }
        return week.map(DayRange::week).orElseGet(() -> new DayRange(from.orElse(null), to.orElse(null)));
    }

    List<LocalDate> days(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(LocalDate.class::cast)
                .toList();
    }

    boolean flag(String name) {
        return first(name).map(Boolean.class::cast).orElse(false);
    }

    /** A canonical text of all values, independent of their order. */
    String fingerprint() {
        return Sha256.of(new java.util.TreeMap<>(values).toString());
    }

    private Optional<Object> first(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static void put(Map<String, List<Object>> values, Parameter parameter, List<String> given) {
        if (given.size() > 1 && !parameter.many()) {
            throw Problem.wrong(parameter.name(), parameter.name() + " is given " + given.size() + " times");
        }
        if (!given.isEmpty()) {
            values.put(
                    parameter.name(),
                    new ArrayList<>(given.stream().map(parameter::value).toList()));
        }
    }

    private static Parameter parameter(List<Parameter> known, String name) {
        return known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.unknown(
                        name, known.stream().map(Parameter::name).toList()));
    }

    private static List<String> texts(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        Stream<JsonNode> all = value.isArray() ? value.valueStream() : Stream.of(value);
        return all.filter(each -> !each.isNull())
                .map(each -> {
                    if (!each.isValueNode()) {
                        throw Problem.wrong(
                                field.getKey(), field.getKey() + " must be a single value or a list of them");
                    }
                    return each.asString();
                })
                .toList();
    }
}
