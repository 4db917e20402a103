package io.yieldline.api.auth;

import io.yieldline.UserError;
import io.yieldline.plant.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The user {@code admin} of a plant that has no admin. The initial password is in a file until it is changed. */
public final class FirstAdmin {
    static final String NAME = "admin";

    private final Home home;
    private final Users users;

    public FirstAdmin(Home home, Users users) {
        this.home = home;
        this.users = users;
    }

    /** Creates the user if nobody is admin; writes the file first, so that the password cannot be lost. */
    public void prepare() {
        if (!users.hasAdmin()) {
            requireFreeName();
            try {
                Path file = emptyFile();
                String password = users.add(NAME, Role.ADMIN, null, new Actor("yieldline", "first start"))
                        .orElseThrow();
                Files.writeString(file, password + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + home.adminPasswordFile(), e);
            }
        }
    }

    /** Deletes the file after the password was changed. */
    public void changed(String user) {
        if (user.equals(NAME)) {
            try {
                Files.deleteIfExists(home.adminPasswordFile());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + home.adminPasswordFile(), e);
            }
        }
    }

    private void requireFreeName() {
        users.find(NAME).ifPresent(taken -> {
            throw new UserError("nobody has the role admin, and the user " + NAME + " is "
                    + taken.role().word() + "; make somebody admin: yieldline users role " + NAME + " --role admin");
        });
    }

    private Path emptyFile() throws IOException {
        Path file = home.adminPasswordFile();
        Files.deleteIfExists(file);
        boolean posix = Files.getFileStore(home.directory()).supportsFileAttributeView("posix");
        Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        posix
                                ? new java.nio.file.attribute.FileAttribute<?>[] {
                                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                                }
                                : new java.nio.file.attribute.FileAttribute<?>[0])
                .close();
        return file;
    }
}
