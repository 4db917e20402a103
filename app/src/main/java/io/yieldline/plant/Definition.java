package io.yieldline.plant;

import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file in a folder of definitions, as it was when it was read.
 *
 * @param text its text; null if it could not be read
 * @param problem why it could not be read; null if it was
 */
public record Definition(
        Path file, @Nullable String text, @Nullable UserError problem) {
    static Definition read(Path file) {
        try {
            return new Definition(file, YamlNode.fileText(file), null);
        } catch (UserError e) {
            return new Definition(file, null, e);
        }
    }

    /**
     * The YAML document in it.
     *
     * @throws UserError if it could not be read, or is not YAML
     */
    public YamlNode yaml() {
        if (problem != null) {
            throw problem;
        }
        return YamlNode.parse(file.toString(), String.valueOf(text));
    }
}
