package io.yieldline.api;

import io.yieldline.mart.FileRows;
import io.yieldline.mart.MartRatio;
import io.yieldline.mart.Relation;
import io.yieldline.mart.Relation.Extent;
import io.yieldline.mart.ShownTable;
import io.yieldline.operation.Context;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.ask.EveningTables;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.TableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The rows of a mart or view as CSV or Parquet file: all of them, each ratio as three columns, in a snapshot of the database. */
final class TableDownload {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Context context;
    private final ShownTable table;
    private final List<MartRatio> ratios;
    private final RowsTag tags;

    TableDownload(Context context, ShownTable table, List<MartRatio> ratios) {
        this.context = context;
        this.table = table;
        this.ratios = ratios;
        this.tags = new RowsTag(context, table, ratios);
    }

    /** 304 if the sender has the file already, without reading a row; else the file. */
    RouteResponse answer(Request request, Relation relation) {
        String coding = request.format() == RowFormat.CSV && request.acceptsGzip() ? Gzip.NAME : "identity";
        Optional<EveningTables> evening = request.evening(context);
        String tag = evening.map(then -> tags.of(then.snapshot(), request, coding))
                .orElseGet(() -> context.warehouse().read(session -> tags.of(session, request, coding)));
        if (request.header("If-None-Match")
                .filter(known -> RowsTag.isIn(known, tag))
                .isPresent()) {
            return kept(RouteResponse.unchanged(), request, tag);
        }
        if (request.isHead()) {
            return kept(RouteResponse.head(type(request.format())), request, tag);
        }
        return FileTurns.take(() -> evening.map(then -> kept(old(then, request, relation), request, tag))
                .orElseGet(() -> context.warehouse()
                        .snapshot(session ->
                                kept(file(session, request, relation), request, tags.of(session, request, coding)))));
    }

    private RouteResponse old(EveningTables evening, Request request, Relation relation) {
        return evening.read(table.name(), session -> file(session, request, relation))
                .with("Yieldline-Snapshot", evening.snapshot().name());
    }

    /** A program may keep the file and ask whether it is still right; a browser keeps nothing of the plant on its disk. */
    private static RouteResponse kept(RouteResponse answer, Request request, String tag) {
        RouteResponse tagged = answer.with("ETag", tag).with("Vary", "Accept, Accept-Encoding, Authorization, Cookie");
        return request.identity().browser() ? tagged : tagged.with("Cache-Control", "private, no-cache");
    }

    private RouteResponse file(Session session, Request request, Relation relation) {
        Extent extent = relation.extent(session);
        return RouteResponse.file(type(request.format()), spooled(session, request, relation))
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"" + table.name() + "."
                                + request.format().word() + "\"")
                .with("Yieldline-Total", Long.toString(extent.rows()))
                .with("Yieldline-Zone", context.plant().settings().zone().getId())
                .with("Yieldline-Range", TableRoute.range(extent, request.values()));
    }

    private static String type(RowFormat format) {
        return format == RowFormat.CSV ? RouteResponse.CSV : format.mediaType();
    }

    private Spool spooled(Session session, Request request, Relation relation) {
        FileRows rows = new FileRows(relation, ratios);
        String part = Paging.ofFile(request).sql();
        boolean csv = request.format() == RowFormat.CSV;
        try {
            return Spool.of(context.plant().home().staging(), csv, file -> {
                if (csv) {
                    writeCsv(session, rows, part, file);
                } else {
                    TableFiles.write(rows.columns(session), taker -> rows.stream(session, part, taker), file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeCsv(Session session, FileRows rows, String part, Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 8192);
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            CsvTable.write(rows.names(), taker -> rows.stream(session, part, taker), text);
        }
    }
}
