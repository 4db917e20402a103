package io.yieldline.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;

/** File names as from a browser: in a folder by month, with a number if the name exists. */
final class FileNames {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private final Set<String> taken = new HashSet<>();

    String free(LocalDateTime madeAt, String name, String extension) {
        String base = MONTH.format(madeAt) + "/" + name;
        String path = base + extension;
        for (int copy = 1; !taken.add(path); copy++) {
            path = base + " (" + copy + ")" + extension;
        }
        return path;
    }
}
