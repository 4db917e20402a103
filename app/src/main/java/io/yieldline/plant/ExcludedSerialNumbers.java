package io.yieldline.plant;

import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serial numbers that are no production, such as golden units that prove a tester. Their records stay in the master logs and count in
 * no mart.
 *
 * @param patterns serial numbers; {@code *} matches any text. Case, blanks and signs do not count, because a feed may clean them out of
 *     its serial numbers
 */
public record ExcludedSerialNumbers(List<String> patterns) {
    static final String KEY = "excluded_serial_numbers";

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");

    /** Reads the rule; a pattern that matches every serial number is refused. */
    static ExcludedSerialNumbers of(YamlNode rules) {
        List<YamlNode> patterns = rules.find(KEY).map(YamlNode::items).orElse(List.of());
        for (YamlNode pattern : patterns) {
            if (SIGNS.matcher(pattern.text()).replaceAll("").isEmpty()) {
                throw pattern.wrong(
                        "\"" + pattern.text() + "\" matches every serial number; write a part of those to exclude");
            }
        }
        return new ExcludedSerialNumbers(patterns.stream().map(YamlNode::text).toList());
    }

    /** Whether a serial number is one of them. */
    public Predicate<String> test() {
        if (patterns.isEmpty()) {
            return serialNumber -> false;
        }
        Predicate<String> matches = Pattern.compile(
                        patterns.stream().map(ExcludedSerialNumbers::regex).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .asMatchPredicate();
        return serialNumber -> matches.test(SIGNS.matcher(serialNumber).replaceAll(""));
    }

    private static String regex(String pattern) {
        return Stream.of(pattern.split("\\*", -1))
                .map(part -> SIGNS.matcher(part).replaceAll(""))
                .collect(Collectors.joining(".*"));
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
