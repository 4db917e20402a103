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

/** Import graph of the JavaScript modules: a browser that receives the list loads them in parallel. */
final class Modules {
    /** Dynamic imports are needed, too, except for pages, which have their own folder. */
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom |\\bimport\\((?='/))'([^']+)'");

    private final Map<String, List<String>> imports = new TreeMap<>();

    /** From files by URL; other files import nothing. */
    Modules(Map<String, byte[]> files) {
        files.forEach((address, bytes) -> imports.put(address, importedBy(address, bytes)));
    }

    /** The URLs of these modules and of all their direct and indirect imports. */
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
