package io.yieldline.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which modules import which: a browser that is told of them at once does not find them one after the other. */
final class Modules {
    /** A part that is read aside is needed too; the pages, which are not all needed, have addresses of their own folder. */
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom |\\bimport\\((?='/))'([^']+)'");

    private final Map<String, List<String>> imports = new TreeMap<>();

    /** Of files by their address; those that are no modules import none. */
    Modules(Map<String, byte[]> files) {
        files.forEach((address, bytes) -> imports.put(address, importedBy(address, bytes)));
    }

    /** The addresses of these modules and of all that they import, directly or not. */
    List<String> neededBy(String... addresses) {
        Set<String> needed = new LinkedHashSet<>();
        List.of(addresses).forEach(address -> add(address, needed));
        return List.copyOf(needed);
    }

    private void add(String address, Set<String> needed) {
        if (needed.add(address)) {
            imports.getOrDefault(address, List.of()).forEach(each -> add(each, needed));
        }
    }

    private static List<String> importedBy(String address, byte[] bytes) {
        List<String> found = new ArrayList<>();
        Matcher imports = IMPORT.matcher(new String(bytes, StandardCharsets.UTF_8));
        while (imports.find()) {
            found.add(URI.create(address).resolve(imports.group(1)).toString());
        }
        return found;
    }
}
