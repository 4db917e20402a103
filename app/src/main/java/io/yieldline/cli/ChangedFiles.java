package io.yieldline.cli;

import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.api.ServeSettings;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.PlantFiles;
import io.yieldline.plant.DefinitionFolder;
import io.yieldline.plant.FilesInForce;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.StartSettings;
import io.yieldline.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies changes of rules, settings, feeds and checks while a server runs. A change is applied when two looks find the same
 * texts, since an editor may still be writing, and when all files can be used together; otherwise all stay as they were.
 */
final class ChangedFiles {
    private final OpenPlant open;
    private final Supplier<Plant> reader;
    private final List<Path> files;
    private final StartSettings started;
    private final FilesInForce state;
    private final InstantSource clock;
    private String inForce;
    private String seen;
    private @Nullable String refused;

    /**
     * For a server that starts now.
     *
     * @param reader reads the plant as the server's command did
     * @param config its settings file
     */
    ChangedFiles(OpenPlant open, Supplier<Plant> reader, Path config, InstantSource clock) {
        this.open = open;
        this.reader = reader;
        this.files = List.of(config, open.plant().home().rulesFile());
        this.started = new StartSettings(open.plant().settings());
        this.state = open.tasks().files();
        this.clock = clock;
        this.inForce = texts();
        this.seen = inForce;
        state.applied(clock.instant(), List.of());
    }

    /** What a look found. */
    enum Look {
        /** Nothing new, or what may still be written. */
        NOTHING,
        /** A change that is in force now. */
        APPLIED,
        /** A change that cannot be used. */
        REFUSED
    }

    /** Looks once; repeated regularly. */
    Look look() {
        String now = texts();
        boolean settled = now.equals(seen);
        seen = now;
        if (now.equals(inForce)) {
            refused = null;
            state.restored();
            return Look.NOTHING;
        }
        return settled && !now.equals(refused) ? take(now) : Look.NOTHING;
    }

    private Look take(String now) {
        PlantFiles changed;
        List<String> restart;
        try {
            Plant plant = reader.get();
            ServeSettings.of(plant.settings());
            restart = started.changedIn(plant.settings());
            changed = PlantFiles.of(plant.with(started.keptIn(plant.settings())));
            open.check(changed);
        } catch (UserError e) {
            return refuse(now, e);
        }
        return texts().equals(now) ? apply(now, changed, restart) : Look.NOTHING;
    }

    /** What the tables cannot take is refused like what cannot be read. */
    private Look apply(String now, PlantFiles changed, List<String> restart) {
        try {
            open.apply(changed);
        } catch (UserError e) {
            return refuse(now, e);
        }
        inForce = now;
        refused = null;
        state.applied(clock.instant(), restart);
        return Look.APPLIED;
    }

    private Look refuse(String now, UserError reason) {
        refused = now;
        state.refused(clock.instant(), String.valueOf(reason.getMessage()));
        return Look.REFUSED;
    }

    /** One text that is the same for the same names and texts of all files. */
    private String texts() {
        Home home = open.plant().home();
        Stream<Path> definitions =
                Stream.of(home.feeds(), home.checks()).flatMap(folder -> DefinitionFolder.yaml(folder).stream());
        return Stream.concat(files.stream().filter(Files::exists), definitions)
                .map(file -> file + " " + text(file))
                .collect(Collectors.collectingAndThen(Collectors.joining("\n"), Sha256::of));
    }

    private static String text(Path file) {
        try {
            return YamlNode.fileText(file);
        } catch (UserError e) {
            return String.valueOf(e.getMessage());
        }
    }
}
