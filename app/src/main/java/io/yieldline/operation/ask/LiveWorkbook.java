package io.yieldline.operation.ask;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.DayRange;
import io.yieldline.mart.FileRows;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartColumn;
import io.yieldline.mart.RowFilter;
import io.yieldline.mart.ShownTable;
import io.yieldline.mart.Views;
import io.yieldline.operation.Context;
import io.yieldline.operation.XlsxTable;
import io.yieldline.plant.Settings;
import io.yieldline.warehouse.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook whose tables refresh themselves from the server: a sheet that says how to sign in, then a sheet for each mart or view with
 * its present rows as a table of a Power Query connection, and a link from each row of a mart to the rows behind it.
 */
final class LiveWorkbook {
    private static final int MAX_SHEET_NAME = 31;

    private final Context context;
    private final String server;
    private final DayRange range;

    LiveWorkbook(Context context, @Nullable String server, DayRange range) {
        this.context = context;
        this.server = address(server == null ? usual(context.plant().settings()) : server);
        this.range = range;
    }

    /** Writes the workbook, all rows as of one moment, and returns the number of rows of each table. */
    List<Long> write(List<String> names, Path file) throws IOException {
        Path rows = file.resolveSibling(file.getFileName() + ".rows");
        List<LiveTable> tables = new ArrayList<>();
        try (OutputStream out = Files.newOutputStream(rows);
                Workbook workbook = new Workbook(out, "Yieldline", "1.0")) {
            Worksheet connect = workbook.newWorksheet("Connect");
            context.warehouse().snapshot(session -> {
                names.forEach(name -> tables.add(sheet(session, name, tables.size(), workbook)));
                return true;
            });
            explain(connect, tables);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(rows);
            throw e;
        }
        try {
            new WorkbookParts(server, tables).bind(rows, file);
        } finally {
            Files.delete(rows);
        }
        return tables.stream().map(LiveTable::rows).toList();
    }

    private LiveTable sheet(Session session, String name, int number, Workbook workbook) {
        context.progress().begins("export " + name);
        Optional<Mart> mart = context.marts().all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        ShownTable shown = mart.map(ShownTable::of)
                .orElseGet(() -> ShownTable.of(Views.named(name).orElseThrow(), session));
        RowFilter filter = shown.filter(range, Map.of());
        FileRows rows = new FileRows(shown.rows(filter), mart.map(Mart::ratios).orElse(List.of()));
        long count = rows.relation().extent(session).rows();
        XlsxTable.requireRoom(count, LiveTable.HEADER_ROW, name);
        LiveTable table = new LiveTable(
                name,
                mart.map(Mart::title).orElseGet(() -> "View " + name),
                (mart.isPresent() ? "marts/" : "views/") + name,
                sheetName(name, number + 1),
                range,
                rows.columns(session),
                mart.map(LiveWorkbook::keys).orElse(List.of()),
                count);
        fill(workbook.newWorksheet(table.sheet()), table, rows, session);
        return table;
    }

    private static List<MartColumn> keys(Mart mart) {
        return mart.key().stream().map(mart::column).toList();
    }

    private static void fill(Worksheet sheet, LiveTable table, FileRows rows, Session session) {
        sheet.value(0, 0, table.title());
        sheet.style(0, 0).bold().set();
        sheet.formula(1, 0, "HYPERLINK(YieldlineServer,\"Open the dashboard\")");
        int[] row = {LiveTable.HEADER_ROW};
        // The library writes a formula as it is.
        String why = WorkbookParts.escaped(table.why());
        rows.stream(session, "", values -> {
            XlsxTable.setRow(sheet, ++row[0], values);
            if (!table.keys().isEmpty()) {
                sheet.formula(row[0], values.size(), why);
            }
        });
        String[] headings = table.headings().toArray(String[]::new);
        sheet.range(LiveTable.HEADER_ROW, 0, table.lastRow(), headings.length - 1)
                .createTable(headings);
        sheet.freezePane(0, LiveTable.HEADER_ROW + 1);
    }

    private void explain(Worksheet sheet, List<LiveTable> tables) {
        String moment =
                context.parts().now().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
        int row = 0;
        for (List<String> line : List.of(
                List.of("Yieldline, plant " + context.plant().settings().plant()),
                List.of(""),
                List.of("Server", server),
                List.of("Rows as of", moment + ", plant time"),
                List.of(""),
                List.of("To refresh: Data > Refresh All."),
                List.of(
                        "The first time, Excel asks for the server: choose Basic, any user name, and an API token as the password."),
                List.of("A token that only reads: yieldline tokens create NAME --title Excel --scope read."),
                List.of("Excel keeps the token for this address, on this computer, and not in this file."),
                List.of(
                        "Another server: Data > Queries & Connections > Server for the data, and the cell B3 for the links."),
                List.of(""),
                List.of("Sheet", "Rows", "What it shows"))) {
            text(sheet, row++, line);
        }
        sheet.style(0, 0).bold().set();
        for (LiveTable table : tables) {
            text(sheet, row, List.of(table.sheet(), "", table.title()));
            sheet.value(row++, 1, table.rows());
        }
        sheet.width(0, 32);
        sheet.width(1, 32);
    }

    private static void text(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(row, column, cells.get(column));
            }
        }
    }

    /** Names that are cut are told apart by a number. */
    private static String sheetName(String name, int number) {
        if (name.length() <= MAX_SHEET_NAME) {
            return name;
        }
        String end = "~" + number;
        return name.substring(0, MAX_SHEET_NAME - end.length()) + end;
    }

    /** Where people open the dashboard, as the alerts say; else this machine. */
    private static String usual(Settings settings) {
        return settings.section("alerts")
                .flatMap(section -> section.find("dashboard"))
                .map(node -> node.text())
                .orElseGet(() -> "http://127.0.0.1:"
                        + settings.section("serve")
                                .flatMap(section -> section.find("port"))
                                .map(node -> node.integer(0, 65_535))
                                .orElse(8480));
    }

    private static String address(String server) {
        if (!server.matches("https?://[^\\s\"'<>&\\\\@?#]+")) {
            throw new UserError(
                    ExitCode.USAGE,
                    "the server \"" + server + "\" is not an address such as https://yieldline.example.com");
        }
        return server.replaceAll("/+$", "");
    }
}
