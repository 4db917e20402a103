package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yieldline.ChildJvm;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantLockTest {
    private static final String HERE = "pid " + ProcessHandle.current().pid();

    @TempDir
    Path directory;

    @Test
    void take_whileThisProcessHoldsThePlant_isRefused() {
        try (PlantLock held = PlantLock.take(home())) {
            UserError refusal = catchThrowableOfType(UserError.class, () -> PlantLock.take(home()));

            assertThat(refusal).hasMessage(message(HERE));
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.LOCKED);
        }
    }

    @Test
    void take_byAnotherProcess_isRefusedEvenAfterThisOneTriedTwice() {
        try (PlantLock held = PlantLock.take(home())) {
            assertThat(ChildJvm.output(ChildJvm.start(Taker.class, directory, directory.toString())))
                    .isEqualTo(message(HERE));

            assertThatThrownBy(() -> PlantLock.take(home())).isInstanceOf(UserError.class);
            assertThat(ChildJvm.output(ChildJvm.start(Taker.class, directory, directory.toString())))
                    .isEqualTo(message(HERE));
        }
    }

    @Test
    void take_throughASymbolicLink_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolveSibling(directory.getFileName() + "-link"), directory);
        try (PlantLock held = PlantLock.take(home())) {
            assertThat(catchThrowableOfType(UserError.class, () -> PlantLock.take(new Home(link))))
                    .hasMessageStartingWith("another run (" + HERE + ") holds the plant in " + link);
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void take_afterTheHolderEnded_succeeds() throws IOException {
        Files.writeString(home().lockFile(), "pid 1 of a run that was killed");
        PlantLock.take(home()).close();

        assertThat(home().lockFile()).isEmptyFile();
        assertThat(ChildJvm.output(ChildJvm.start(Taker.class, directory, directory.toString())))
                .isEqualTo("taken");
    }

    private Home home() {
        return new Home(directory);
    }

    private String message(String holder) {
        return "another run (" + holder + ") holds the plant in " + directory + "; wait for it to end and try again";
    }

    /** Takes a plant in a process of its own and says how that went. */
    static final class Taker {
        public static void main(String[] arguments) {
            try (PlantLock lock = PlantLock.take(new Home(Path.of(arguments[0])))) {
                System.out.print("taken");
            } catch (UserError e) {
                System.out.print(e.getMessage());
            }
        }
    }
}
