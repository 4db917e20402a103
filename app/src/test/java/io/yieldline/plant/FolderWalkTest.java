package io.yieldline.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
    @TempDir
    Path folder;

    @Test
    void listsEverythingAndFollowsNoLink() throws Exception {
        Path file =
                Files.createFile(Files.createDirectory(folder.resolve("sub")).resolve("b.csv"));
        Files.createSymbolicLink(folder.resolve("a-loop"), folder);
        Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        shell("mkfifo pipe");
        FolderWalk walk = FolderWalk.tree(folder);

        assertThat(walk.entries())
                .extracting(entry -> FolderWalk.name(folder, entry.path()))
                .containsExactly("a-loop", "dangling", "pipe", "sub", "sub/b.csv");
        assertThat(walk.files()).containsExactly(file);
        assertThat(walk.folders()).containsExactly(folder.resolve("sub"));
        assertThat(walk.passedOver()).isEmpty();
        assertThat(FolderWalk.list(folder).entries()).hasSize(4);
    }

    @Test
    void folderThatIsItselfALink_isListed() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("share")).resolve("b.csv"));
        Path inbox = Files.createSymbolicLink(folder.resolve("inbox"), folder.resolve("share"));

        assertThat(FolderWalk.tree(inbox).files()).containsExactly(inbox.resolve("b.csv"));
    }

    /** A path of more than 4,096 bytes cannot be opened, whoever tries. */
    @Test
    void folderThatCannotBeListed_isPassedOver_andTheRestIsListed() throws Exception {
        shell("d=$(printf 'x%.0s' $(seq 200)); for i in $(seq 25); do mkdir $d && cd $d; done; touch deep");
        Path after = Files.createFile(folder.resolve("z.csv"));
        FolderWalk walk = FolderWalk.tree(folder);
        shell("rm -r x*");

        assertThat(walk.files()).containsExactly(after);
        assertThat(walk.passedOver())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason())
                        .startsWith("cannot be read (FileSystem: ")
                        .endsWith("File name too long)"));
    }

    @Test
    void namesThatAreNoText_areToldApart() throws Exception {
        shell("touch $'\\xff.csv' $'\\xfe.csv' 'a b.csv'");

        assertThat(FolderWalk.tree(folder).files())
                .hasSize(3)
                .extracting(file -> FolderWalk.name(folder, file))
                .containsExactlyInAnyOrder("%FF.csv", "%FE.csv", "a b.csv");
    }

    @Test
    void missingFolder_isEmpty_andWhatIsNoFolderIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("inbox"));

        assertThat(FolderWalk.tree(folder.resolve("nowhere")).entries()).isEmpty();
        assertThatThrownBy(() -> FolderWalk.tree(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ": cannot be listed (NotDirectory: " + file
                        + "); it must be a folder that the user of this program may read");
    }

    @Test
    void definitionsThatCannotBeRead_areNotUsedAndNamed() throws Exception {
        Home home = new Home(folder);
        Path used = Files.createFile(Files.createDirectory(home.feeds()).resolve("b.yaml"));
        Path linked = Files.createSymbolicLink(home.feeds().resolve("c.yml"), used);
        shell(
                "mkdir marts checks; mkfifo feeds/pipe.yaml; mkdir checks/folder.yaml; touch marts/._x.sql marts/notes.txt");

        assertThat(DefinitionFolder.yaml(home.feeds())).containsExactly(used, linked);
        assertThat(DefinitionFolder.sql(home.marts())).isEmpty();
        assertThat(DefinitionFolder.passedOver(home))
                .containsExactly(
                        unused(home.feeds().resolve("pipe.yaml")),
                        unused(home.checks().resolve("folder.yaml")),
                        unused(home.marts().resolve("._x.sql")));
    }

    private static String unused(Path entry) {
        return entry + ": not used, it is hidden or not a regular file; remove it";
    }

    private void shell(String command) throws Exception {
        List<String> bash = List.of("bash", "-ec", command);
        assertThat(new ProcessBuilder(bash)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
