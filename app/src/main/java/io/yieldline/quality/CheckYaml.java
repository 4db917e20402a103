package io.yieldline.quality;

import static java.util.Map.entry;

import io.yieldline.quality.Finding.Severity;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses the YAML file of a check. */
final class CheckYaml {
    private static final List<String> ALWAYS = List.of("name", "title", "dimension", "severity");
    private static final List<String> OF_A_SELECT = List.of(
            "select", "rows", "feeds", "columns", "days", "depends_on", "names", "which", "allowed_percent", "advice");
    private static final List<String> OF_A_KIND = List.of("kind", "options");

    private static final Map<String, Function<Options, Probe>> KINDS = Map.ofEntries(
            entry("counts", options -> new CountsProbe()),
            entry("schema", options -> new SchemaProbe()),
            entry("availability", options -> new AvailabilityProbe()),
            entry("outdated", options -> new OutdatedProbe()),
            entry("archive", options -> new ArchiveProbe()),
            entry("arrivals", ArrivalsProbe::new),
            entry("weekday_counts", WeekdayCountsProbe::new),
            entry("rule_names", RuleNamesProbe::new),
            entry("spellings", SpellingsProbe::new),
            entry("models_without_yields", ModelsWithoutYieldsProbe::new),
            entry("empty_marts", EmptyMartsProbe::new),
            entry("clock_changes", ClockChangesProbe::new),
            entry("zone_match", ZoneMatchProbe::new));

    private CheckYaml() {}

    static Check check(String file, YamlNode yaml) {
        yaml.entries(
                Stream.of(ALWAYS, OF_A_SELECT, OF_A_KIND).flatMap(List::stream).toList());
        return new Check(
                name(yaml),
                yaml.get("title").text(),
                Dimension.of(yaml.get("dimension").oneOf(Dimension.words())),
                Severity.of(yaml.get("severity").oneOf(List.of("warn", "error"))),
                file,
                probe(yaml));
    }

    private static Probe probe(YamlNode yaml) {
        if (yaml.find("select").isPresent() == yaml.find("kind").isPresent()) {
            throw yaml.wrong("write either \"select\" or \"kind\"");
        }
        return yaml.find("select").isPresent() ? select(yaml) : kind(yaml);
    }

    private static Probe kind(YamlNode yaml) {
        refuse(yaml, OF_A_SELECT, "select");
        String kind = yaml.get("kind").oneOf(KINDS.keySet().stream().sorted().toList());
        return KINDS.getOrDefault(kind, options -> new CountsProbe()).apply(new Options(yaml.find("options")));
    }

    private static Probe select(YamlNode yaml) {
        refuse(yaml, OF_A_KIND, "kind");
        List<String> columns = texts(yaml, "columns");
        CheckSelect select = CheckSelect.of(yaml.get("select"));
        Set<Dependency> depends = depends(yaml);
        if (!depends.isEmpty()) {
            select.limitedTo(depends, yaml.get("select"));
            yaml.find("rows").ifPresent(rows -> CheckSelect.of(rows).limitedTo(depends, rows));
        }
        return new SelectProbe(
                select,
                rows(yaml),
                texts(yaml, "feeds"),
                columns,
                yaml.find("days").map(days -> days.integer(0, 3660)).orElse(0),
                depends,
                choice(yaml),
                yaml.find("allowed_percent").map(YamlNode::percent).orElse(BigDecimal.ZERO),
                yaml.get("advice").text());
    }

    /** Exports show records of days: a SELECT depends on both, or on days alone, or on whatever it reads. */
    private static Set<Dependency> depends(YamlNode yaml) {
        Set<Dependency> depends = EnumSet.noneOf(Dependency.class);
        yaml.find("depends_on")
                .map(YamlNode::items)
                .orElse(List.of())
                .forEach(item -> depends.add(Dependency.of(item.oneOf(Dependency.words()))));
        if (depends.contains(Dependency.EXPORTS)) {
            depends.add(Dependency.DAYS);
        }
        return depends;
    }

    private static @Nullable NameChoice choice(YamlNode yaml) {
        return yaml.find("names")
                .map(names -> NameChoice.of(names, yaml.get("which")))
                .orElse(null);
    }

    private static @Nullable CheckSelect rows(YamlNode yaml) {
        return yaml.find("rows").map(CheckSelect::of).orElse(null);
    }

    private static void refuse(YamlNode yaml, List<String> keys, String other) {
        keys.forEach(key -> yaml.find(key).ifPresent(value -> {
            throw value.wrong("\"" + key + "\" is valid only in a check with \"" + other + "\"");
        }));
    }

    private static List<String> texts(YamlNode yaml, String key) {
        return yaml.find(key).map(YamlNode::texts).orElse(List.of());
    }

    /** The name of the check in a file. */
    static String name(YamlNode yaml) {
        YamlNode name = yaml.get("name");
        if (!name.text().matches("[a-z][a-z0-9_]{0,59}")) {
            throw name.wrong("\"" + name.text() + "\" is not a valid check name; use lower-case letters, digits and _");
        }
        return name.text();
    }
}
