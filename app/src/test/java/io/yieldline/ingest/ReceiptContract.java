package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.operation.change.PurgeOperation;
import io.yieldline.operation.change.WipeOperation;
import io.yieldline.operation.load.DismissOperation;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever happens to the bytes of the receipts: no command fails, no other receipt is lost, and the next load repairs them. */
abstract class ReceiptContract extends PlantSuite {
    private static final int EACH = 43;

    ReceiptContract(Engine engine) {
        super(engine);
    }

    /** Each position is read; repairs take longer, so only some are made, and another set of positions for each kind of damage. */
    @Test
    void anyByteThatIsDamaged_costsAtMostTheLinesAroundIt_andIsRepaired() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(file());
        List<String> state = state();
        Set<String> known = journal().read().known();
        int[] damages = {1, 0x10, 0x80, -1};
        for (int position = 0; position < whole.length; position++) {
            for (int kind = 0; kind < damages.length; kind++) {
                byte[] damaged = whole.clone();
                damaged[position] = (byte) (damages[kind] < 0 ? '\n' : whole[position] ^ damages[kind]);
                Files.write(file(), damaged);
                Set<String> lost = new HashSet<>(known);
                lost.removeAll(journal().read().known());
                assertThat(lost).as("%d, %d", position, kind).hasSizeLessThanOrEqualTo(2);
                assertThat(known).containsAll(journal().read().known());
                if (position % EACH == kind && damaged[position] != whole[position]) {
                    assertThat(plant.load(List.of()).exports()).isEmpty();
                    assertThat(state()).as("%d, %d", position, kind).isEqualTo(state);
                    assertThat(journal().damaged()).isZero();
                }
            }
        }
    }

    @Test
    void garbageInsteadOfReceipts_isMovedAsideAndWrittenAgain() throws IOException {
        fill();
        List<String> state = state();
        byte[] garbage = "\0\377\n{\"sha256\":\"x\"}\r\nno receipt".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file(), garbage);
        plant.reopen();
        assertThat(plant.load(List.of()).exports()).isEmpty();

        assertThat(state()).isEqualTo(state);
        assertThat(plant.notes())
                .contains("3 lines of " + file() + " were damaged and moved to "
                        + journal().damagedFile() + "; the receipts were written again from the database");
        assertThat(Files.readAllBytes(journal().damagedFile())).startsWith(garbage);
    }

    @Test
    void missingReceipts_areWrittenAgain() throws IOException {
        fill();
        List<String> state = state();
        Files.delete(file());
        assertThat(plant.load(List.of()).exports()).isEmpty();

        assertThat(state()).isEqualTo(state);
        assertThat(plant.notes()).contains(file() + " was missing; it was written again from the database");
        assertThat(journal().damagedFile()).as("nothing was damaged").doesNotExist();
    }

    @Test
    void receiptsOfAnEarlierVersion_getChecksums_andAPhantomAmongThemIsFound() throws IOException {
        fill();
        List<String> state = state();
        String old = Files.readString(file()).replaceAll(",\"(crc32c|arrived)\":\"[0-9a-f:.T-]*\"", "");
        String hash = journal().receipts().keySet().iterator().next();
        String flipped = (hash.charAt(0) == 'a' ? "b" : "a") + hash.substring(1);
        Files.writeString(file(), old.replace(hash, flipped));
        assertThat(journal().read().known()).contains(flipped).doesNotContain(hash);
        assertThat(plant.load(List.of()).exports()).isEmpty();

        assertThat(withoutArrivals(state())).isEqualTo(withoutArrivals(state));
        assertThat(Files.readAllLines(file())).allMatch(line -> line.matches(".*,\"crc32c\":\"[0-9a-f]{8}\"}"));
        assertThat(journal().damagedFile()).content().contains(flipped);
    }

    private static List<String> withoutArrivals(List<String> state) {
        return state.stream()
                .map(line -> line.replaceAll(",\"arrived\":\"[0-9:.T-]*\"", ""))
                .toList();
    }

    @Test
    void wipedExport_isRememberedByTheDatabase_untilItIsLoadedAgain() {
        Path export = xlsx("a", 10, Step.first());
        plant.load(export);
        wipe();
        assertThat(plant.number("select count(*) from wiped_export")).isEqualTo(1);
        plant.load(export);
        assertThat(plant.number("select count(*) from wiped_export")).isZero();
    }

    @Test
    void receiptsThatCannotBeReadOrWritten_areNamedWithWhatToDo() throws IOException {
        Files.deleteIfExists(file());
        Files.createDirectories(file());
        assertThatThrownBy(() -> journal().receipts())
                .isInstanceOf(UserError.class)
                .hasMessage(file() + ": the receipts cannot be read (IO: Is a directory);"
                        + " give the user of this program read and write access to it");
        assertThatThrownBy(() -> journal().add("a", null, "b"))
                .isInstanceOf(UserError.class)
                .hasMessage(file() + ": the receipts cannot be written (FileSystem: " + file()
                        + ": Is a directory); give the user of this program write access, free space on its disk,"
                        + " then run the command again");
    }

    private void dismiss(ExportReport parked) {
        plant.run(
                new DismissOperation(),
                new DismissOperation.Parameters(List.of(parked.sha256()), "no \"export\",\"status\":\"parked\"}"));
    }

    /** Receipts of every kind: one wiped, two loaded, one parked, one dismissed, and a first day to keep. */
    private void fill() {
        plant.load(xlsx("wiped", 9, Step.first()));
        wipe();
        plant.load(xlsx("a", 10, Step.second()));
        dismiss(plant.load(xlsx("worse", 10, Step.first().with(Step.END, "!"))));
        plant.load(xlsx("bad", 10, Step.first().with(Step.END, "?")));
        plant.run(new PurgeOperation(), new PurgeOperation.Parameters(3, false));
        plant.load(xlsx("b", 11, Step.first(), Step.second()));
    }

    private void wipe() {
        plant.run(new WipeOperation(), new WipeOperation.Parameters(List.of("workstation"), false, false));
    }

    /** What the journal says, in the order in which a rebuild loads. */
    private List<String> state() {
        List<String> state = new ArrayList<>();
        journal().read().wanted().forEach((sha256, receipt) -> state.add(sha256 + " " + receipt.line()));
        Set<String> wiped = new HashSet<>(journal().read().known());
        wiped.removeAll(journal().read().wanted().keySet());
        state.add(wiped.stream().sorted().collect(Collectors.joining(" ")));
        journal().read().dismissed().values().forEach(dismissal -> state.add(dismissal.toString()));
        state.add(journal().keptFrom().toString());
        return state;
    }

    private ReceiptJournal journal() {
        return new ReceiptJournal(file());
    }

    private Path file() {
        return plant.home().receipts(engine.label().toLowerCase(Locale.ROOT));
    }
}
