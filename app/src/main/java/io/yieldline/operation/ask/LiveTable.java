package io.yieldline.operation.ask;

import io.yieldline.mart.DayRange;
import io.yieldline.mart.MartColumn;
import io.yieldline.warehouse.FileColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mart or view on a sheet of a live workbook.
 *
 * @param name the name of the mart or view
 * @param title what its rows are
 * @param path where the API has it, such as {@code marts/station_yield_daily}
 * @param sheet the name of its sheet
 * @param range the days that its query asks for
 * @param columns the columns of its query
 * @param keys the key columns of a mart, whose numbers can be explained; none for a view
 * @param rows how many rows it has now
 */
record LiveTable(
        String name,
        String title,
        String path,
        String sheet,
        DayRange range,
        List<FileColumn> columns,
        List<MartColumn> keys,
        long rows) {
    /** The heading of the column of links. */
    static final String WHY = "why?";

    /** Title, link and a blank row stand above the table. */
    static final int HEADER_ROW = 3;

    /** The name of its query and of its table: Power Query takes no dots. */
    String query() {
        return name.replace('.', '_');
    }

    /** The headings of its table. */
    List<String> headings() {
        return Stream.concat(columns.stream().map(FileColumn::name), keys.isEmpty() ? Stream.of() : Stream.of(WHY))
                .toList();
    }

    /** The last row of its table, counted from zero: Excel has no table without a row. */
    int lastRow() {
        return HEADER_ROW + (int) Math.max(1, rows);
    }

    /** The cells of its table, such as {@code A4:K27}. */
    String cells(String dollar) {
        return dollar + "A" + dollar + (HEADER_ROW + 1) + ":" + dollar
                + column(headings().size() - 1) + dollar + (lastRow() + 1);
    }

    /** The Power Query formula that asks the server for its rows. */
    String formula() {
        String types = columns.stream()
                .map(column -> "{\"" + column.name() + "\", type " + type(column) + "}")
                .collect(Collectors.joining(", "));
        return """

                shared %s = let
                    Source = Csv.Document(Web.Contents(Server, [RelativePath = "api/v1/%s", Query = [%s]]), \
                [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
                    Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
                    Blank = Table.ReplaceValue(Headed, "", null, Replacer.ReplaceValue, Table.ColumnNames(Headed)),
                    Typed = Table.TransformColumnTypes(Blank, {%s}, "en-US")
                in
                    Typed;
                """.formatted(query(), path, question(), types).replace("\n", "\r\n");
    }

    /** The formula of a cell that leads to the rows behind the counts of its row. The result differs in no language of Excel. */
    String why() {
        if (keys.isEmpty()) {
            return "";
        }
        String keyed = keys.stream()
                .map(key -> "\"" + (key.equals(keys.get(0)) ? "?" : "&") + key.name() + "=\"&" + keyText(key))
                .collect(Collectors.joining("&"));
        return "HYPERLINK(YieldlineServer&\"/yield?why=\"&_xlfn.ENCODEURL(\"" + name + "\"&" + keyed + "),\"" + WHY
                + "\")";
    }

    private String keyText(MartColumn key) {
        String cell = query() + "[[#This Row],[" + key.name() + "]]";
        return switch (key.type()) {
            case DATE ->
                "YEAR(" + cell + ")&\"-\"&RIGHT(\"0\"&MONTH(" + cell + "),2)&\"-\"&RIGHT(\"0\"&DAY(" + cell + "),2)";
            default -> "_xlfn.ENCODEURL(" + cell + ")";
        };
    }

    private String question() {
        List<String> fields = new ArrayList<>(List.of("format = \"csv\""));
        if (range.from() != null) {
            fields.add("from = \"" + range.from() + "\"");
        }
        if (range.to() != null) {
            fields.add("to = \"" + range.to() + "\"");
        }
        return String.join(", ", fields);
    }

    private static String type(FileColumn column) {
        return switch (column.type()) {
            case TEXT -> "text";
            case WHOLE, NUMBER -> "number";
            case DAY -> "date";
            case TIME -> "datetime";
            case FLAG -> "logical";
        };
    }

    private static String column(int number) {
        String last = Character.toString('A' + number % 26);
        return number < 26 ? last : column(number / 26 - 1) + last;
    }
}
