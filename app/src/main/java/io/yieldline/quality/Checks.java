package io.yieldline.quality;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.Plant;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checks of a plant: built-in checks, one YAML file each, and checks in its home, which override built-in checks by
 * name.
 */
public final class Checks {
    private static final String FOLDER = "checks/";
    private static final List<String> SHOWN_FIRST = List.of("schema", "counts", "duplicates", "availability");
    private static final List<String> BUILT_IN = ResourceFolder.names(CheckYaml.class, FOLDER, ".yaml", SHOWN_FIRST);

    private final Map<String, Check> checks = new LinkedHashMap<>();

    private Checks() {
        Parsed.BUILT_IN.forEach(this::add);
    }

    /** The built-in checks. */
    public static Checks builtIn() {
        return new Checks();
    }

    /** The built-in checks and those in the folder {@code checks} of the plant's home. */
    public static Checks of(Plant plant) {
        Checks checks = new Checks();
        plant.checks().forEach(check -> checks.add(CheckYaml.check(check.file().toString(), check.yaml())));
        return checks;
    }

    /** The names of the same checks; built-in ones are not parsed for them, which takes a tenth of a short command. */
    public static Set<String> names(Plant plant) {
        return Stream.concat(BUILT_IN.stream(), plant.checks().stream().map(check -> CheckYaml.name(check.yaml())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All checks. */
    public List<Check> all() {
        return List.copyOf(checks.values());
    }

    /** The check with this name. */
    public Check named(String name) {
        Check check = checks.get(name);
        if (check == null) {
            throw new UserError(
                    ExitCode.USAGE,
                    "unknown check \"" + name + "\"; valid values: " + String.join(", ", checks.keySet()));
        }
        return check;
    }

    /** The checks with these names, each once; all checks if no name is given. */
    public List<Check> select(List<String> names) {
        return names.isEmpty()
                ? all()
                : names.stream().distinct().map(this::named).toList();
    }

    private void add(Check check) {
        checks.put(check.name(), check);
    }

    /** Once in a process, and only where a check itself is needed. */
    private static final class Parsed {
        static final List<Check> BUILT_IN = Checks.BUILT_IN.stream()
                .map(name -> YamlNode.resource(CheckYaml.class, FOLDER + name + ".yaml"))
                .map(yaml -> CheckYaml.check(Check.BUILT_IN, yaml))
                .toList();
    }
}
