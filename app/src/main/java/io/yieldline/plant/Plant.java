package io.yieldline.plant;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * One installation: home, settings and rules, as they were when they were read.
 *
 * @param scrapStatuses the statuses of a record that say that its unit is scrapped
 * @param checks the files of its own quality checks
 */
public record Plant(
        Home home,
        Settings settings,
        Rules rules,
        FailureCodes failureCodes,
        Targets targets,
        Annotations annotations,
        List<String> scrapStatuses,
        List<Definition> checks) {
    static final String SCRAP_STATUSES = "scrap_statuses";

    /** Reads an initialized plant. */
    public static Plant open(Home home) {
        if (!home.exists()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "no plant in " + home.directory() + "; create one with: yieldline --home " + home.directory()
                            + " init");
        }
        Settings settings = Settings.of(YamlNode.read(home.settingsFile()));
        return of(home, settings, rules(home, settings.profile()), DefinitionFolder.definitions(home.checks()));
    }

    private static Plant of(Home home, Settings settings, YamlNode yaml, List<Definition> checks) {
        Rules rules = Rules.of(yaml);
        return new Plant(
                home,
                settings,
                rules,
                FailureCodes.of(yaml, rules.errorCode()),
                Targets.of(yaml),
                Annotations.of(yaml),
                scrapStatuses(yaml),
                checks);
    }

    private static List<String> scrapStatuses(YamlNode yaml) {
        return yaml.find(SCRAP_STATUSES).map(YamlNode::texts).orElse(List.of("Scrap"));
    }

    /** The same plant under other settings. */
    public Plant with(Settings other) {
        return new Plant(home, other, rules, failureCodes, targets, annotations, scrapStatuses, checks);
    }

    /** The same plant under other rules. */
    Plant under(YamlNode yaml) {
        return of(home, settings, yaml, checks);
    }

    /** The same plant with the advice of another reading: failure codes, targets and annotations, on which no number depends. */
    public Plant withAdviceOf(Plant other) {
        return new Plant(
                home,
                settings,
                rules,
                other.failureCodes,
                other.targets,
                other.annotations,
                other.scrapStatuses,
                checks);
    }

    /** Creates a plant: directories, commented settings, the rules of a profile. Refuses an existing plant. */
    public static Plant init(Home home, String name, ZoneId zone, Profile profile) {
        if (home.exists()) {
            throw new UserError(
                    home.directory() + " already contains a plant; change its settings in " + home.settingsFile());
        }
        try {
            for (Path directory : new Path[] {
                home.inbox(), home.archive(), home.feeds(), home.database().getParent()
            }) {
                Files.createDirectories(directory);
            }
            Files.writeString(home.rulesFile(), profile.rulesText());
            Files.writeString(home.settingsFile(), settingsText(name, zone, profile));
            new Privacy(home).closeAll();
        } catch (IOException e) {
            throw new UserError("cannot create a plant in " + home.directory() + ": " + reason(e));
        }
        return open(home);
    }

    /** The messages of Java's file errors are often only the path. */
    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return e.getMessage() + " (" + kind.toLowerCase(Locale.ROOT) + ")";
    }

    private static String settingsText(String name, ZoneId zone, Profile profile) {
        return ResourceFolder.text(Plant.class, "yieldline.yaml")
                .replace("${zone}", zone.getId())
                .replace("${profile}", profile.label())
                .replace("${plant}", YamlNode.quotable(name));
    }

    private static YamlNode rules(Home home, Profile profile) {
        return Files.isRegularFile(home.rulesFile()) ? YamlNode.read(home.rulesFile()) : profile.rules();
    }
}
