package io.yieldline.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of the dashboard. URLs contain a content hash or a library version, so
 * browsers can cache them permanently; only the page itself is always requested. They are public and contain no plant data.
 */
public final class WebFiles {
    private static final String ROOT = "/web/";
    private static final String PAGES = "pages/";
    private static final String FIRST = "today";
    private static final List<String> FOLDERS = List.of("", "lib/", "maths/", PAGES, "style/");
    private static final String VENDOR = "vendor/";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "html", "text/html; charset=utf-8",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, WebFile> files = new LinkedHashMap<>();
    private final Map<String, WebFile> pages = new LinkedHashMap<>();
    private final WebFile page;

    /** Reads and compresses all files. */
    public WebFiles() {
        Map<String, byte[]> own = read(FOLDERS);
        String build = hash(own.values().stream()).substring(0, 16);
        String html = new String(Objects.requireNonNull(own.remove("index.html")), StandardCharsets.UTF_8)
                .replace("${build}", build);
        Map<String, byte[]> scripts = new LinkedHashMap<>();
        own.forEach((name, bytes) -> {
            files.put(build + "/" + name, WebFile.of(name, bytes));
            scripts.put(ROOT + build + "/" + name, bytes);
        });
        read(List.of(VENDOR)).forEach((name, bytes) -> files.put(name, WebFile.of(name, bytes)));
        Modules modules = new Modules(scripts);
        String app = ROOT + build + "/app.js";
        page = page(html, modules.neededBy(app));
        scripts.keySet().stream()
                .filter(address -> address.contains("/" + PAGES))
                .forEach(address -> {
                    String word = address.substring(address.lastIndexOf('/') + 1, address.lastIndexOf('.'));
                    pages.put(word, page(html, modules.neededBy(app, address)));
                });
    }

    /** Adds its routes last, because every unknown path is a page of the dashboard. */
    public void addTo(RoutesConfig routes) {
        routes.get("/", http -> shown(FIRST).send(http, "no-cache"));
        routes.get(ROOT + "<file>", this::file);
        routes.get("/{page}", this::page);
    }

    /** The page with preload links for the modules of a page, so that the browser loads them in parallel. */
    private WebFile shown(String word) {
        return pages.getOrDefault(word, page);
    }

    private static WebFile page(String html, List<String> modules) {
        String preload = modules.stream()
                .map(module -> "<link rel=\"modulepreload\" href=\"" + module + "\">")
                .collect(Collectors.joining("\n"));
        return WebFile.of("index.html", html.replace("${preload}", preload).getBytes(StandardCharsets.UTF_8));
    }

    private void file(Context http) {
        WebFile file = files.get(http.pathParam("file"));
        if (file == null) {
            missing(http);
        } else {
            file.send(http, FOREVER);
        }
    }

    private void page(Context http) {
        if (http.pathParam("page").matches("[a-z-]+") && !http.pathParam("page").equals("api")) {
            shown(http.pathParam("page")).send(http, "no-cache");
        } else {
            missing(http);
        }
    }

    private static void missing(Context http) {
        Routes.send(Problem.missing("no such page").answer(), http);
    }

    private static Map<String, byte[]> read(List<String> folders) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (String folder : folders) {
            for (String ending : TYPES.keySet().stream().sorted().toList()) {
                ResourceFolder.names(UserError.class, "web/" + folder, "." + ending, List.of())
                        .forEach(name -> all.put(folder + name + "." + ending, bytes(folder + name + "." + ending)));
            }
        }
        return all;
    }

    private static byte[] bytes(String name) {
        try (InputStream file = UserError.class.getResourceAsStream("web/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Stream<byte[]> contents) {
        MessageDigest digest = Sha256.digest();
        contents.forEach(digest::update);
        return Sha256.of(digest);
    }

    /** A file, plain and compressed. */
    private record WebFile(String type, String tag, byte[] plain, byte[] compressed) {
        static WebFile of(String name, byte[] bytes) {
            String ending = name.substring(name.lastIndexOf('.') + 1);
            return new WebFile(
                    Objects.requireNonNull(TYPES.get(ending), name),
                    "\"" + hash(Stream.of(bytes)).substring(0, 32) + "\"",
                    bytes,
                    Gzip.pack(bytes));
        }

        void send(Context http, String caching) {
            http.header("Cache-Control", caching).header("ETag", tag).header("Vary", "Accept-Encoding");
            if (tag.equals(http.header("If-None-Match"))) {
                http.status(304);
                return;
            }
            boolean gzip = Gzip.accepted(http);
            http.contentType(type);
            if (gzip) {
                http.header("Content-Encoding", Gzip.NAME);
            }
            Sending.bytes(gzip ? compressed : plain, http);
        }
    }
}
