package io.yieldline.api;

import io.yieldline.Sha256;
import io.yieldline.mart.MartRatio;
import io.yieldline.mart.ShownTable;
import io.yieldline.operation.Context;
import io.yieldline.store.Snapshot;
import io.yieldline.warehouse.Session;
import java.util.List;
import java.util.stream.Stream;

/**
 * The strong ETag of a file of rows, known without reading a row: whatever the rows depend on is in it. Any write of data changes it,
 * because a view may show any of them, down to the master logs; sessions, tokens and runs do not.
 */
final class RowsTag {
    private static final String PROGRAM =
            String.valueOf(RowsTag.class.getPackage().getImplementationVersion());

    private final Context context;
    private final ShownTable table;
    private final List<MartRatio> ratios;

    RowsTag(Context context, ShownTable table, List<MartRatio> ratios) {
        this.context = context;
        this.table = table;
        this.ratios = ratios;
    }

    /**
     * The tag of the answer to a request.
     *
     * @param coding how the file is packed for transfer: other bytes have another tag
     */
    String of(Session session, Request request, String coding) {
        return of(session.dataVersion(), request, coding);
    }

    /** The same for rows of an earlier evening, whose snapshot never changes. */
    String of(Snapshot evening, Request request, String coding) {
        return of(evening.name(), request, coding);
    }

    private String of(String version, Request request, String coding) {
        String all = String.join(
                "\n",
                version,
                PROGRAM,
                context.plant().rules().fingerprint(),
                context.plant().settings().zone().getId(),
                table.toString(),
                ratios.toString(),
                request.format().word(),
                request.values().fingerprint(),
                coding);
        return '"' + Sha256.of(all).substring(0, 32) + '"';
    }

    /** Whether a header {@code If-None-Match} lists a tag, compared as for a cache: weak ones, too. */
    static boolean isIn(String header, String tag) {
        return Stream.of(header.split(","))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(each -> each.equals("*") || each.equals(tag));
    }
}
