package io.yieldline.plant;

import io.yieldline.NameKey;
import io.yieldline.Sha256;
import io.yieldline.yaml.YamlNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the plant: verdicts, scopes, formulas, codes. Read from {@code rules.yaml}; the text is
 * kept, because a change makes dependent numbers stale.
 */
public record Rules(
        boolean convertZones,
        Map<String, Verdict> verdicts,
        Verdict blankStatus,
        Verdict unknownStatus,
        ProductionScope productionScope,
        List<String> yieldModels,
        Map<String, List<String>> focusedRolledYield,
        List<String> completeRolledYieldExcluded,
        Map<DayOfWeek, Integer> outputDayRoll,
        Map<String, List<String>> stations,
        Map<String, String> sortCodes,
        ErrorCodeRule errorCode,
        ProductionDay productionDay,
        ExcludedSerialNumbers excludedSerialNumbers) {

    private static final List<String> KEYS = List.of(
            "convert_zones",
            "verdicts",
            "blank_status",
            "unknown_status",
            "production_scope",
            "yield_models",
            "focused_rolled_yield",
            "complete_rolled_yield",
            "output_day_roll",
            "stations",
            "sort_codes",
            "error_code",
            ProductionDay.STARTS,
            ProductionDay.SHIFTS,
            ExcludedSerialNumbers.KEY,
            FailureCodes.SECTION,
            Targets.SECTION,
            Annotations.SECTION,
            Plant.SCRAP_STATUSES);

    private static final List<String> STATION_ROLES = List.of("packing", "sort_test");

    private static final List<String> VERDICT_WORDS =
            Arrays.stream(Verdict.values()).map(Verdict::word).toList();

    /** The built-in rules of a profile. */
    public static Rules ofProfile(Profile profile) {
        return of(profile.rules());
    }

    /** Reads and validates rules. */
    public static Rules of(YamlNode yaml) {
        yaml.entries(KEYS);
        return new Rules(
                yaml.get("convert_zones").flag(),
                verdicts(yaml.get("verdicts")),
                verdict(yaml.get("blank_status")),
                verdict(yaml.get("unknown_status")),
                scope(yaml.get("production_scope")),
                yaml.get("yield_models").texts(),
                ofModels(lists(yaml.get("focused_rolled_yield")), yaml),
                section(yaml.get("complete_rolled_yield"), "excluded_stations").texts(),
                roll(yaml.get("output_day_roll")),
                stations(yaml.get("stations")),
                ofModels(texts(yaml.get("sort_codes")), yaml),
                errorCode(yaml.get("error_code")),
                ProductionDay.of(yaml),
                ExcludedSerialNumbers.of(yaml));
    }

    /** A text that is the same for the same rules: they are plain values in a fixed order. */
    public String fingerprint() {
        return Sha256.of(toString());
    }

    /** The start of the {@link #fingerprint}, enough to tell versions of the rules apart. */
    public String version() {
        return fingerprint().substring(0, 8);
    }

    /** The verdict of a status, compared as in {@link NameKey}; blank and unknown statuses have their own verdict. */
    public Verdict verdict(@Nullable String status) {
        return status == null
                ? blankStatus
                : verdicts.entrySet().stream()
                        .filter(entry -> NameKey.alike(entry.getKey(), status))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(unknownStatus);
    }

    /** The day on which output of this day is counted: for weekends the preceding Friday. */
    public LocalDate outputDay(LocalDate day) {
        return day.minusDays(outputDayRoll.getOrDefault(day.getDayOfWeek(), 0));
    }

    private static String key(String status) {
        return status.toLowerCase(Locale.ROOT);
    }

    private static Verdict verdict(YamlNode yaml) {
        return Verdict.of(yaml.oneOf(VERDICT_WORDS));
    }

    private static Map<String, Verdict> verdicts(YamlNode yaml) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        yaml.entries().forEach((status, verdict) -> verdicts.put(key(status), verdict(verdict)));
        return verdicts;
    }

    private static ProductionScope scope(YamlNode yaml) {
        yaml.entries(List.of("blank_flow", "excluded_flows", "excluded_stations"));
        return new ProductionScope(
                yaml.get("blank_flow").oneOf(List.of("in", "out")).equals("in"),
                yaml.get("excluded_flows").texts(),
                yaml.get("excluded_stations").texts());
    }

    private static YamlNode section(YamlNode yaml, String key) {
        yaml.entries(List.of(key));
        return yaml.get(key);
    }

    /** Both roles are required: without stations, a mart would silently be empty. */
    private static Map<String, List<String>> stations(YamlNode yaml) {
        yaml.entries(STATION_ROLES);
        STATION_ROLES.forEach(yaml::get);
        return lists(yaml);
    }

    private static Map<String, List<String>> lists(YamlNode yaml) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        yaml.entries().forEach((key, value) -> lists.put(key, value.texts()));
        return lists;
    }

    private static Map<String, String> texts(YamlNode yaml) {
        Map<String, String> texts = new LinkedHashMap<>();
        yaml.entries().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    /** By models as {@code yield_models} spells them: the same model has one name in all rules. */
    private static <T> Map<String, T> ofModels(Map<String, T> values, YamlNode yaml) {
        List<String> spelled = yaml.get("yield_models").texts();
        Map<String, T> byModel = new LinkedHashMap<>();
        values.forEach((model, value) -> byModel.putIfAbsent(
                spelled.stream()
                        .filter(name -> NameKey.alike(name, model))
                        .findFirst()
                        .orElse(model),
                value));
        return byModel;
    }

    private static Map<DayOfWeek, Integer> roll(YamlNode yaml) {
        List<String> days = Arrays.stream(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList();
        Map<DayOfWeek, Integer> roll = new LinkedHashMap<>();
        yaml.entries(days)
                .forEach((day, back) -> roll.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), back.integer(0, 6)));
        return roll;
    }

    private static ErrorCodeRule errorCode(YamlNode yaml) {
        yaml.entries(List.of("prefix", "last_characters", "skipped_suffixes", "blank_reason"));
        return new ErrorCodeRule(
                yaml.get("prefix").text(),
                yaml.get("last_characters").integer(1, 50),
                yaml.get("skipped_suffixes").texts(),
                yaml.find("blank_reason").map(YamlNode::text).orElse(null));
    }

    @Override
    public String toString() {
        return RecordText.of(this);
    }
}
