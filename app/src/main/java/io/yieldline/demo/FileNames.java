package io.yieldline.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;

/** Names as a browser gives them: in a folder by month, with a number when the name is taken. */
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
