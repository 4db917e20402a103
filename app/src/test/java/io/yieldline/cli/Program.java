package io.yieldline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built program as users run it: a process of its own, with its exit code and everything that it prints. */
final class Program {
    private final List<String> command;
    private final Path directory;

    /**
     * A program that is not running yet.
     *
     * @param command what comes before the words of the command line
     * @param directory where it runs; what it prints is kept there, too
     */
    Program(List<String> command, Path directory) {
        this.command = command;
        this.directory = directory;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(words));
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("YIELDLINE_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        return new Ended(exitCode, Files.readString(out), Files.readString(err));
    }

    /** What a run leaves. */
    record Ended(int exitCode, String out, String err) {}
}
