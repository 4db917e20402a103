package io.yieldline.api;

import io.yieldline.Sha256;
import io.yieldline.operation.CsvTable;
import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A response.
 *
 * @param type the media type
 * @param body the complete body; empty if streamed
 * @param stream writes the body; null if the body is complete
 * @param spool the body in a file; null if it is in memory
 */
record RouteResponse(
        int status,
        String type,
        byte[] body,
        Map<String, String> headers,
        @Nullable Stream stream,
        @Nullable Spool spool) {
    static final String JSON = "application/json";
    static final String CSV = "text/csv; charset=utf-8";
    static final String EVENTS = "text/event-stream";

    RouteResponse(int status, String type, byte[] body, Map<String, String> headers, @Nullable Stream stream) {
        this(status, type, body, headers, stream, null);
    }

    /** Writes a body as a stream. */
    @FunctionalInterface
    interface Stream {
        void write(OutputStream out) throws IOException;
    }

    static RouteResponse json(Object value) {
        return json(200, value);
    }

    static RouteResponse json(int status, Object value) {
        return new RouteResponse(status, JSON, Json.bytes(value), Map.of(), null);
    }

    /** Spreadsheets take a CSV file for UTF-8 only if it begins with this. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A table as a download. */
    static RouteResponse csv(Table table, String name) {
        return csv(name, out -> CsvTable.write(table, out));
    }

    /** A streamed download, compressed while it is written, because it may exceed the memory. */
    static RouteResponse csv(String name, Consumer<Writer> content) {
        byte[] packed = Gzip.pack(out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(BYTE_ORDER_MARK);
            content.accept(text);
            text.flush();
        });
        return new RouteResponse(200, CSV, packed, Map.of(), null)
                .with("Content-Encoding", Gzip.NAME)
                .with("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    }

    /** A body in a file. */
    static RouteResponse file(String type, Spool spool) {
        return new RouteResponse(200, type, new byte[0], Map.of("Content-Type", type), null, spool);
    }

    /** What a request for the head of a file is told, which is not made for it. */
    static RouteResponse head(String type) {
        return new RouteResponse(200, type, new byte[0], Map.of("Content-Type", type), null);
    }

    /** The sender has the same already. */
    static RouteResponse unchanged() {
        return new RouteResponse(304, "", new byte[0], Map.of(), null);
    }

    static RouteResponse nothing() {
        return new RouteResponse(204, "", new byte[0], Map.of(), null);
    }

    static RouteResponse events(Stream stream) {
        return new RouteResponse(200, EVENTS, new byte[0], Map.of(), stream);
    }

    /** This response, compressed and with its hash, for the cache. */
    RouteResponse packed() {
        byte[] packed = isPacked() ? body : Gzip.pack(body);
        return new RouteResponse(status, type, packed, headers, stream, spool)
                .with("Content-Encoding", Gzip.NAME)
                .with("ETag", tag(packed));
    }

    boolean isPacked() {
        return headers.containsKey("Content-Encoding");
    }

    /** The ETag: the same for the same bytes. */
    String tag() {
        String known = headers.get("ETag");
        return known == null ? tag(body) : known;
    }

    private static String tag(byte[] bytes) {
        return "W/\"" + Sha256.of(bytes).substring(0, 32) + "\"";
    }

    RouteResponse with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new RouteResponse(status, type, body, all, stream, spool);
    }
}
