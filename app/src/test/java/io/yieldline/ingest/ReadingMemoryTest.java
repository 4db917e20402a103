package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.yieldline.source.SourceException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** All readings of a run share one amount of memory, and none waits for another without end. */
class ReadingMemoryTest {
    private static final long HEAP = Runtime.getRuntime().maxMemory();

    private final ReadingMemory memory = new ReadingMemory(4);

    @Test
    void rows_ofAllReadingsTogether_areATwelfthOfTheHeap() {
        assertThat(4 * memory.mostRows()).isCloseTo(HEAP / 12, within(4L));
    }

    @Test
    void textsReadAhead_waitUntilThereIsMemory() throws Exception {
        ReadingTexts first = new ReadingTexts(memory, () -> true);
        first.take(HEAP / 8);
        CompletableFuture<Void> second = taken(new ReadingTexts(memory, () -> true));

        assertThat(second).isNotDone();
        first.close();
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void textsReadAhead_waitUntilItIsTheirTurn() throws Exception {
        AtomicBoolean ahead = new AtomicBoolean(true);
        new ReadingTexts(memory, () -> true).take(HEAP / 8);
        CompletableFuture<Void> second = taken(new ReadingTexts(memory, ahead::get));

        assertThat(second).isNotDone();
        ahead.set(false);
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void textsOfOneExport_areAThirdOfTheHeap() throws Exception {
        ReadingTexts texts = new ReadingTexts(memory, () -> false);
        texts.take(HEAP / 3);

        assertThatThrownBy(() -> texts.take(1)).isInstanceOf(SourceException.class);
    }

    private static CompletableFuture<Void> taken(ReadingTexts texts) {
        return CompletableFuture.runAsync(() -> {
            try {
                texts.take(HEAP / 8);
            } catch (SourceException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void queue_takesItemsUpToItsBytes_andAlwaysOne() throws Exception {
        ItemQueue queue = new ItemQueue(100);

        assertThat(queue.offer(new Item.Rows(List.of(), 1_000))).isTrue();
        assertThat(queue.offer(new Item.Rows(List.of(), 1))).isFalse();
        assertThat(queue.poll()).isEqualTo(new Item.Rows(List.of(), 1_000));
        assertThat(queue.offer(new Item.Rows(List.of(), 60))).isTrue();
        assertThat(queue.offer(new Item.Rows(List.of(), 60))).isFalse();
        assertThat(queue.offer(new Item.Rows(List.of(), 40))).isTrue();
        assertThat(queue.poll()).isEqualTo(new Item.Rows(List.of(), 60));
    }
}
