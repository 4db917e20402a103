package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ChildJvm;
import io.yieldline.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A plant that has trouble, a clean one that gets the same good exports, and the clock on the wall of both. */
final class Month implements InstantSource {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** As an operator copies it, up to what follows in the sentence. */
    private static final Pattern COMMAND = Pattern.compile("yieldline --home TEMP/plant ([a-z][^\\n;,()]*)");

    private static final int NEAR = 3;

    private final Path temp;
    private final Cli clean;
    private final List<Told> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    final Path home;
    final Cli cli;

    Month(Path temp) {
        this.temp = temp;
        this.home = temp.resolve("plant");
        this.cli = new Cli(home, this);
        this.clean = new Cli(temp.resolve("clean"), this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Begins a day: it is six in the morning at the plant. */
    void morning(String day) {
        now = LocalDate.parse(day).atTime(LocalTime.of(6, 0)).atZone(ZONE).toInstant();
    }

    /** Lets hours pass. */
    void later(int hours) {
        now = now.plus(Duration.ofHours(hours));
    }

    /** Makes both plants. */
    void begin() {
        cli.run("init");
        clean.run("init");
    }

    /** Exports that come into the inbox, and into the clean plant. */
    void arrive(Path... exports) throws IOException {
        for (Path export : exports) {
            put(export.getFileName().toString(), Files.readAllBytes(export));
            assertThat(clean.run("-q", "ingest", export.toString()).exitCode()).isZero();
        }
    }

    /** A file that comes into the inbox, an hour ago. */
    void put(String name, byte[] content) throws IOException {
        Path file = home.resolve("inbox").resolve(name);
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofHours(1))));
    }

    /** Kills a command in a process of its own as soon as it has the next export in the archive. */
    void kill(String... words) throws Exception {
        long archived = archived();
        String[] arguments = Stream.concat(Stream.of(home.toString(), now.toString()), Stream.of(words))
                .toArray(String[]::new);
        Process process = ChildJvm.start(Month.class, temp, arguments);
        while (archived() == archived && process.isAlive()) {
            Thread.sleep(1);
        }
        process.destroyForcibly().waitFor();
    }

    /** The process to kill: a home, the time, and the words of a command. */
    public static void main(String[] arguments) {
        Instant now = Instant.parse(arguments[1]);
        new Cli(Path.of(arguments[0]), () -> now)
                .run(Stream.of(arguments).skip(2).toArray(String[]::new));
    }

    private long archived() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /**
     * What the operator is told: the first line with these words that the command prints, and the first command to copy from
     * there on.
     */
    Told told(String trouble, String line, String... words) {
        return told(trouble, from(trouble, line, cli.run(words)), words);
    }

    private Told told(String trouble, List<String> from, String... words) {
        Matcher command = COMMAND.matcher(String.join("\n", from));
        assertThat(command.find())
                .as("%s: no command in%n%s", trouble, String.join("\n", from))
                .isTrue();
        return keep(trouble, shown(from), command.group(1).strip(), words);
    }

    /** The line, and those up to the command where it is near. */
    private static String shown(List<String> from) {
        long before =
                from.stream().takeWhile(text -> !COMMAND.matcher(text).find()).count();
        return before < NEAR ? String.join("\n", from.subList(0, (int) before + 1)) : from.get(0);
    }

    /**
     * What the first of these commands says that has such a line; empty if none has, since nothing was lost. Not for the page:
     * which command it is differs from run to run.
     */
    Optional<Told> toldByOneOf(String trouble, String line, String... commands) {
        for (String command : commands) {
            Ran ran = cli.run(command);
            if (Pattern.compile(line).matcher(ran.err() + ran.out()).find()) {
                Told one = told(trouble, from(trouble, line, ran), command);
                told.remove(one);
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The same where there is nothing to do. */
    void noted(String trouble, String line, String... words) {
        keep(trouble, from(trouble, line, cli.run(words)).get(0), "", words);
    }

    /** The same for a command on another plant that must be refused, and be run again after what the line says. */
    void refused(String trouble, String line, Cli other, String... words) {
        Ran ran = other.run(words);
        assertThat(ran.exitCode()).as(ran.err()).isNotZero();
        keep(trouble, from(trouble, line, ran).get(0), String.join(" ", words), words);
    }

    private Told keep(String trouble, String line, String command, String... words) {
        Told one = new Told(trouble, String.join(" ", words), line.strip(), command);
        told.add(one);
        return one;
    }

    private static List<String> from(String trouble, String line, Ran ran) {
        List<String> lines = (ran.err() + ran.out()).lines().toList();
        Pattern sought = Pattern.compile(line);
        List<String> from =
                lines.stream().dropWhile(text -> !sought.matcher(text).find()).toList();
        assertThat(from)
                .as("%s: no line \"%s\" in%n%s", trouble, line, String.join("\n", lines))
                .isNotEmpty();
        return from;
    }

    /** Runs the command that the operator was told, and answers its question. */
    void follow(Told one) {
        List<String> words = new ArrayList<>(List.of(one.command.split(" ")));
        Ran ran = cli.answering("plant").run(words.toArray(String[]::new));
        assertThat(ran.exitCode())
                .as("%s: %s%n%s%s", one.trouble, one.command, ran.err(), ran.out())
                .isZero();
    }

    /** Every mart of the plant is that of the clean one. */
    void assertWhole() throws IOException {
        clean.run("-q", "aggregate");
        Map<String, String> right = marts(clean, "clean-marts");
        Map<String, String> shown = marts(cli, "marts");
        assertThat(shown.keySet()).isNotEmpty().isEqualTo(right.keySet());
        right.forEach((mart, rows) -> assertThat(different(rows, shown.getOrDefault(mart, "")))
                .as("%s after %s", mart, told.isEmpty() ? "a good day" : told.get(told.size() - 1))
                .isEmpty());
    }

    /** The first rows that only one of the two has. */
    private static List<String> different(String right, String shown) {
        Set<String> rows = new HashSet<>(right.lines().toList());
        List<String> others = new ArrayList<>();
        shown.lines().filter(row -> !rows.remove(row)).forEach(row -> others.add("not clean: " + row));
        rows.forEach(row -> others.add("missing: " + row));
        return others.subList(0, Math.min(5, others.size()));
    }

    private Map<String, String> marts(Cli plant, String folder) throws IOException {
        Path directory = temp.resolve(folder + now.getEpochSecond() + told.size());
        Ran ran = plant.run("-q", "export", "--format", "csv", "--folder", directory.toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    List<Told> told() {
        return told;
    }

    /**
     * What an operator is told.
     *
     * @param trouble what happened
     * @param asked the command that told it
     * @param line the line that says what happened
     * @param command what to run, without {@code yieldline --home DIR}
     */
    record Told(String trouble, String asked, String line, String command) {}
}
