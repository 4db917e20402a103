package io.yieldline.plant;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.yaml.ResourceFolder;
import io.yieldline.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;

/** A built-in set of rules. */
public enum Profile {
    /** The rules as intended by the engineers of the plant. */
    PLANT("plant"),
    /** The rules of the original scripts, to reproduce their numbers exactly. */
    ETL_V2("etl-v2");

    private final String label;

    Profile(String label) {
        this.label = label;
    }

    /** The name in settings and on the command line. */
    public String label() {
        return label;
    }

    /** Its rules as text. The failure codes are the same in all profiles. */
    String rulesText() {
        return ResourceFolder.text(Profile.class, rulesFile())
                + "\n"
                + ResourceFolder.text(Profile.class, "failure-codes.yaml");
    }

    /** Its rules as YAML. */
    YamlNode rules() {
        return YamlNode.parse(rulesFile(), rulesText());
    }

    private String rulesFile() {
        return "rules-" + label + ".yaml";
    }

    /** The profile with this name. */
    public static Profile of(String label) {
        return Arrays.stream(values())
                .filter(profile -> profile.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "unknown profile \"" + label + "\"; valid values: " + String.join(", ", labels())));
    }

    /** The names of all profiles. */
    static List<String> labels() {
        return Arrays.stream(values()).map(Profile::label).toList();
    }
}
