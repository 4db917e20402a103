package io.yieldline.plant;

import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a target is set for; its word is the key in {@code rules.yaml}. */
public enum Measure {
    /** Passed of the judged records of a station, in percent; without a station, of each station and of all together. */
    YIELD(true),
    /** Units that pass their first judged run at a station, in percent; without a station, at each station. */
    FIRST_PASS_YIELD(true),
    /** The rolled throughput yield of a model, of records and of units, in percent. */
    ROLLED_YIELD(false),
    /** Packing records with a pass on an output day; without a model, of all models together. */
    PACKED(false);

    private static final int MOST_PACKED = 1_000_000;

    private final boolean ofStations;

    Measure(boolean ofStations) {
        this.ofStations = ofStations;
    }

    /** The word in rules, commands and answers, such as {@code first_pass_yield}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Measure::word).toList();
    }

    /** The measure with this word, which must be one of {@link #words}. */
    public static Measure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether a target can be that of a station. */
    public boolean ofStations() {
        return ofStations;
    }

    /** Whether a target is a percentage, and holds for models with yields only. */
    public boolean share() {
        return this != PACKED;
    }

    BigDecimal value(YamlNode yaml) {
        return share() ? percent(yaml) : BigDecimal.valueOf(yaml.integer(1, MOST_PACKED));
    }

    /** Who writes 0.95 means 95 %: no plant wants less than 1 %. */
    private static BigDecimal percent(YamlNode yaml) {
        BigDecimal percent = yaml.percent();
        if (percent.compareTo(BigDecimal.ONE) < 0) {
            throw yaml.wrong("\"" + yaml.text() + "\" is less than 1 percent; write 95 for 95 %");
        }
        return percent;
    }
}
