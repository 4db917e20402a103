package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.yieldline.Busy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A note is kept at once, whatever becomes of the write beside it. */
abstract class NotesContract extends WarehouseSuite {
    NotesContract(Engine engine) {
        super(engine);
    }

    @Test
    void note_doesNotWaitForAWrite() {
        warehouse.writeAll(session -> {
            insert(1).accept(session);
            CompletableFuture.runAsync(() -> warehouse.noteAll(insert(2))).join();
            assertThat(items()).isEqualTo(1);
        });

        assertThat(items()).isEqualTo(2);
    }

    @Test
    void note_ofAWriteThatThrows_isKept() {
        assertThatThrownBy(() -> warehouse.writeAll(session -> {
                    insert(1).accept(session);
                    warehouse.noteAll(insert(2));
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        reopen();

        assertThat(texts("select cast(id as text) from item")).containsExactly("2");
    }

    @Test
    void note_thatThrows_keepsNothingAndLeavesTheWriteAlone() {
        warehouse.writeAll(session -> {
            insert(1).accept(session);
            assertThatThrownBy(() -> warehouse.noteAll(noted -> {
                        insert(2).accept(noted);
                        noted.execute("insert into nowhere values (1)");
                    }))
                    .isInstanceOf(WarehouseException.class);
        });

        assertThat(texts("select cast(id as text) from item")).containsExactly("1");
    }

    @Test
    void noteAside_leavesWhatIsCachedValid() {
        warehouse.noteAll(insert(1));
        long before = warehouse.commits();

        warehouse.noteAside(insert(2));
        assertThat(warehouse.commits()).isEqualTo(before);
        warehouse.noteAll(insert(3));
        assertThat(warehouse.commits()).isEqualTo(before + 1);
        assertThat(items()).isEqualTo(3);
    }

    @Test
    void note_thatWaitsTooLongForAnother_isGivenUp() {
        warehouse.noteAll(session -> {
            insert(1).accept(session);
            Throwable late = CompletableFuture.supplyAsync(
                            () -> catchThrowable(() -> warehouse.note(noted -> true, 10)))
                    .join();
            assertThat(late)
                    .isInstanceOf(Busy.class)
                    .hasMessage(warehouse.location() + " is busy; nothing was changed; try again in a few seconds");
        });

        assertThat(items()).isEqualTo(1);
    }

    @Test
    void notes_ofManyThreadsDuringManyWrites_areAllKept() {
        List<CompletableFuture<Void>> noting = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() ->
                        IntStream.range(0, 25).forEach(i -> warehouse.noteAll(insert(1_000 * thread + i)))))
                .toList();
        for (int i = 0; i < 25; i++) {
            warehouse.writeAll(insert(9_000 + i));
        }
        noting.forEach(CompletableFuture::join);
        reopen();

        assertThat(items()).isEqualTo(125);
    }
}
