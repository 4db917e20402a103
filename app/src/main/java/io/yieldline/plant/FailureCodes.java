package io.yieldline.plant;

import io.yieldline.NameKey;
import io.yieldline.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The code library of the plant: what its rules say of error codes and station reasons, with the days from which they say it.
 *
 * @param all in file order; a code that was changed stands several times
 */
public record FailureCodes(List<FailureCode> all) {
    /** The section of the rules file. */
    public static final String SECTION = "failure_codes";

    /** A copy that nobody changes. */
    public FailureCodes {
        all = List.copyOf(all);
    }

    /** The codes in a rules file; two for the same code from the same day on are refused. */
    static FailureCodes of(YamlNode rules, ErrorCodeRule codes) {
        List<FailureCode> all = new ArrayList<>();
        rules.find(SECTION).map(YamlNode::entries).orElse(Map.of()).forEach((code, yaml) -> {
            for (YamlNode each : yaml.isList() ? yaml.items() : List.of(yaml)) {
                FailureCode read = FailureCode.of(code, each, codes);
                if (all.stream().anyMatch(read::replaces)) {
                    throw each.wrong("there are two entries for " + read.words() + "; keep one");
                }
                all.add(read);
            }
        });
        return new FailureCodes(all);
    }

    /** What the rules say of each code on a day: of several entries of a code, the newest. */
    public List<FailureCode> on(LocalDate day) {
        Map<String, FailureCode> found = new LinkedHashMap<>();
        all.stream().filter(code -> code.on(day)).forEach(code -> found.merge(code.code(), code, FailureCodes::newer));
        return List.copyOf(found.values());
    }

    /** What the rules say of a code on a day. */
    public Optional<FailureCode> of(String code, LocalDate day) {
        return on(day).stream().filter(each -> NameKey.alike(each.code(), code)).findFirst();
    }

    /** The same with an entry, in the place of one that it replaces, else behind the others of its code. */
    public FailureCodes with(FailureCode code) {
        List<FailureCode> others = new ArrayList<>(all);
        int place = place(code);
        others.removeIf(code::replaces);
        others.add(Math.min(place, others.size()), code);
        return new FailureCodes(others);
    }

    /** The same without an entry. */
    public FailureCodes without(FailureCode code) {
        return new FailureCodes(all.stream().filter(Predicate.not(code::equals)).toList());
    }

    /** As a section of {@code rules.yaml}. */
    public String yaml() {
        if (all.isEmpty()) {
            return SECTION + ": {}\n";
        }
        Map<String, List<FailureCode>> byCode =
                all.stream().collect(Collectors.groupingBy(FailureCode::code, LinkedHashMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .map(entry -> "  " + YamlLine.quoted(entry.getKey()) + ":" + values(entry.getValue()))
                .collect(Collectors.joining("", SECTION + ":\n", ""));
    }

    private static String values(List<FailureCode> entries) {
        return entries.size() == 1
                ? " " + entries.get(0).yaml() + "\n"
                : entries.stream()
                        .map(entry -> "    - " + entry.yaml() + "\n")
                        .collect(Collectors.joining("", "\n", ""));
    }

    private int place(FailureCode code) {
        int place = all.size();
        for (int i = 0; i < all.size(); i++) {
            if (code.replaces(all.get(i))) {
                return i;
            }
            place = all.get(i).code().equals(code.code()) ? i + 1 : place;
        }
        return place;
    }

    private static FailureCode newer(FailureCode one, FailureCode other) {
        return Comparator.comparing(FailureCode::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .compare(one, other)
                        > 0
                ? one
                : other;
    }
}
