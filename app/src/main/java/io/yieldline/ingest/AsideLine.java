package io.yieldline.ingest;

import io.yieldline.source.Row;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lines of a printed report that are no records. Only rows that are no records are asked, so that no record is taken for one. */
final class AsideLine {
    private static final Pattern TOTAL = Pattern.compile("(?iu)[\\s*=\\-#(\\[]*((grand|sub|over)[ -]?)?"
            + "(totals?|subtotals?|sums?|summe|summen|gesamt|gesamtsumme|zwischensumme|insgesamt|anzahl|counts?|average|avg|mean"
            + "|somme|suma|totale|totaal|合计|总计|小计|总数|共计|合計|總計|小計|総計|합계|총계|소계)(?!\\p{L}).*");

    /** Such as {@code 30 rows} or {@code (30 rows affected)}. */
    private static final Pattern ROW_COUNT = Pattern.compile(
            "(?iu)[\\s*=\\-#(\\[]*[\\d.,]+ +(rows?|records?|entries|lines|zeilen|datensätze)(?!\\p{L}).*");

    private static final Pattern PAGE = Pattern.compile(
            "(?iu)[\\s*=\\-]*((page|seite|página|pagina|pag\\.?)\\s*\\d+.*"
                    + "|第\\s*\\d+\\s*[页頁].*|end of (the )?(report|list|file|export|data)\\W*|ende (des berichts|der liste)\\W*)");

    private AsideLine() {}

    /** Whether the first cell says that the row sums up others. */
    static boolean isTotal(Row row) {
        String first = first(row);
        return TOTAL.matcher(first).matches() || ROW_COUNT.matcher(first).matches();
    }

    /** Whether the only cell is the foot of a page. */
    static boolean isOfPage(Row row) {
        return row.filled() == 1 && PAGE.matcher(first(row)).matches();
    }

    private static String first(Row row) {
        return IntStream.range(0, row.size())
                .mapToObj(row::text)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
