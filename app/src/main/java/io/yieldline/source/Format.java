package io.yieldline.source;

/** The format of an export by its content, independent of its name. */
public enum Format {
    /** Excel workbook since 2007. */
    XLSX("Excel workbook (.xlsx)"),
    /** Excel workbook 97 to 2003 (BIFF8). */
    XLS("Excel 97-2003 workbook (.xls)"),
    /** Delimited text: comma, semicolon, tab or pipe. */
    CSV("delimited text"),
    /** A web page with a table, alone or as a web archive (MHTML). */
    HTML("HTML table"),
    /** Excel 2003 XML. */
    SPREADSHEETML("Excel 2003 XML");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /** The displayed name. */
    public String label() {
        return label;
    }
}
