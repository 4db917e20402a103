package io.yieldline.cli;

import io.yieldline.demo.DemoExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Exports on their way to an inbox: some late by days, some twice, some cut off and completed later or never, and so out of
 * order. Laid down in a folder, with a mark of how far it got, so that a program that was killed goes on from there.
 */
final class Arrivals {
    private final Path folder;
    private final List<Arrival> plan;

    private Arrivals(Path folder, List<Arrival> plan) {
        this.folder = folder;
        this.plan = plan;
    }

    /** A file that comes into the inbox, or takes the place of one. */
    private record Arrival(Instant at, String name, Path content) {
        static Arrival of(String line, Path folder) {
            String[] parts = line.split("\t");
            return new Arrival(Instant.parse(parts[0]), parts[1], folder.resolve(parts[2]));
        }
    }

    /** Makes a plan in which everything has come by the end. */
    static void plan(Path folder, List<DemoExport> exports, ZoneId zone, Instant from, Instant end, Random random) {
        Planning planning = new Planning(folder, from, end, random);
        exports.forEach(
                export -> planning.export(export, export.madeAt().atZone(zone).toInstant()));
        planning.write();
    }

    /** A plan that was made, from where it got to. */
    static Arrivals in(Path folder) {
        try {
            List<Arrival> plan = Files.readAllLines(folder.resolve("plan")).stream()
                    .map(line -> Arrival.of(line, folder))
                    .toList();
            return new Arrivals(folder, plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings what is due. A kill between a file and its mark brings it twice, as clerks do. */
    void bring(Path inbox, Instant now) {
        try {
            Path mark = folder.resolve("mark");
            int brought = Files.exists(mark) ? Integer.parseInt(Files.readString(mark)) : 0;
            while (brought < plan.size() && !plan.get(brought).at().isAfter(now)) {
                put(plan.get(brought), inbox, now);
                brought++;
                Path next = Files.writeString(folder.resolve("mark.next"), String.valueOf(brought));
                Files.move(next, mark, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Arrival arrival, Path inbox, Instant now) throws IOException {
        Path copy = folder.resolve("copy");
        Files.copy(arrival.content(), copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(copy, FileTime.from(now));
        Path target = inbox.resolve(arrival.name());
        Files.createDirectories(target.getParent());
        Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lays the dice for each export. */
    private static final class Planning {
        private final Path folder;
        private final Instant from;
        private final Instant end;
        private final Random random;
        private final List<Arrival> plan = new ArrayList<>();

        Planning(Path folder, Instant from, Instant end, Random random) {
            this.folder = folder;
            this.from = from;
            this.end = end;
            this.random = random;
        }

        /** A rotation, so that a plan of a dozen exports has every kind of trouble. */
        void export(DemoExport export, Instant madeAt) {
            byte[] whole = export.content();
            String name = export.path();
            Instant at = late(madeAt.isBefore(from) ? from : madeAt);
            switch (plan.size() % 5) {
                case 1 -> {
                    add(at, name, part(whole));
                    add(at.plus(minutes(15, 35)), name, whole);
                }
                case 2 -> {
                    add(at, name, part(whole));
                    add(at.plus(minutes(180, 600)), name, whole);
                }
                case 3 -> {
                    add(at, name, whole);
                    add(at.plus(minutes(0, 2000)), "again/copy of " + plan.size() + ".xls", whole);
                }
                case 4 -> {
                    add(at, "broken/" + plan.size() + ".xlsx", part(whole));
                    add(late(at), name, whole);
                }
                default -> add(at, name, whole);
            }
        }

        private Instant late(Instant madeAt) {
            return switch (random.nextInt(4)) {
                case 0 -> madeAt.plus(minutes(0, 3 * 24 * 60));
                case 1 -> madeAt.plus(minutes(0, 20 * 60));
                default -> madeAt.plus(minutes(0, 180));
            };
        }

        private Duration minutes(int least, int most) {
            return Duration.ofMinutes(random.nextInt(least, most));
        }

        private byte[] part(byte[] whole) {
            return Arrays.copyOf(whole, 1 + random.nextInt(whole.length * 4 / 5));
        }

        private void add(Instant at, String name, byte[] content) {
            try {
                Path file = Files.createDirectories(folder).resolve(plan.size() + ".content");
                Files.write(file, content);
                plan.add(new Arrival(at.isAfter(end) ? end : at, name, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The order of what has one name stays as it was planned, since sorting keeps what is equal in place. */
        void write() {
            plan.sort(Comparator.comparing(Arrival::at));
            try {
                Files.write(
                        folder.resolve("plan"),
                        plan.stream()
                                .map(arrival -> arrival.at() + "\t" + arrival.name() + "\t"
                                        + arrival.content().getFileName())
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
