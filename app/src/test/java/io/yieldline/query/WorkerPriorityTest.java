package io.yieldline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class WorkerPriorityTest {
    /** Places in {@code /proc/PID/task/TID/stat}, counted from the state of the thread, which follows its name. */
    private static final int NICE = 16;

    private static final int POLICY = 38;
    private static final String IDLE = "5";

    @TempDir
    static Path folder;

    @Test
    void comesAfterTheServerFromTheStartAndAfterEverybodyWhenItComputesForLong() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/chrt")), "there is no chrt");
        LakeQuery query = new LakeQuery(
                SmallLake.in(folder).version(),
                new QueryRequest(
                        new QueryText("select count(*) from range(100000000000) a, range(100000) b"),
                        Map.of(),
                        List.of(),
                        QueryLimits.DEFAULT.withSeconds(120)));
        CompletableFuture<QueryAnswer> answer = CompletableFuture.supplyAsync(query::answer);
        long worker = worker(answer);

        assertThat(stat(worker, NICE)).containsOnly("10");
        while (!stat(worker, POLICY).stream().allMatch(IDLE::equals)) {
            assertThat(answer).isNotDone();
            Thread.sleep(100);
        }
        query.cancel();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasCause(new QueryFailure("the query was cancelled"));
    }

    private static long worker(CompletableFuture<QueryAnswer> answer) throws InterruptedException {
        while (true) {
            assertThat(answer).isNotDone();
            List<ProcessHandle> java = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("java")
                            && stat(child.pid(), NICE).size() > 5)
                    .toList();
            if (!java.isEmpty()) {
                return java.get(0).pid();
            }
            Thread.sleep(20);
        }
    }

    private static List<String> stat(long process, int place) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process + "/task"))) {
            return threads.map(thread -> field(thread.resolve("stat"), place)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(Path stat, int place) {
        try {
            String text = Files.readString(stat);
            return text.substring(text.lastIndexOf(')') + 2).split(" ")[place];
        } catch (IOException e) {
            return IDLE; // A thread that has ended.
        }
    }
}
