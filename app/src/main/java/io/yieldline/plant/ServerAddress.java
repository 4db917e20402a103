package io.yieldline.plant;

import io.yieldline.UserError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * The address of the server for local commands. It is in a file that only its user can read.
 *
 * @param host listen address
 * @param port listen port
 * @param pid process id of the server
 * @param token token for commands
 */
public record ServerAddress(String host, int port, long pid, String token) {
    /** The registered server; empty if there is none, or if its entry cannot be read. */
    public static Optional<ServerAddress> of(Home home) {
        try {
            Properties entries = new Properties();
            entries.load(new StringReader(Files.readString(home.serverFile())));
            return Optional.of(new ServerAddress(
                    entries.getProperty("host", ""),
                    Integer.parseInt(entries.getProperty("port", "")),
                    Long.parseLong(entries.getProperty("pid", "")),
                    entries.getProperty("token", "")));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UserError("cannot read " + home.serverFile() + " (" + FileFault.reason(e) + "); "
                    + (e instanceof AccessDeniedException
                            ? "run commands as the user that started the server"
                            : FileFault.advice(e).orElse("restart the server")));
        }
    }

    /** Registers this server. */
    public void enter(Home home) throws IOException {
        Path file = Files.createTempFile(
                home.directory(),
                "SERVER",
                ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "host=" + host + "\nport=" + port + "\npid=" + pid + "\ntoken=" + token + "\n");
        Files.move(file, home.serverFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Unregisters a server. */
    public static void leave(Home home) throws IOException {
        Files.deleteIfExists(home.serverFile());
    }

    /** Whether its process is alive. */
    public boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "pid " + pid + " on " + host + ":" + port;
    }
}
