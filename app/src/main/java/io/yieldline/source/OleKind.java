package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryEntry;

/** Detects the kind of an OLE2 document by its streams. */
final class OleKind {
    private record Kind(String stream, Fault fault, String message) {}

    private static final List<Kind> OTHERS = List.of(
            new Kind(
                    "Book",
                    Fault.UNSUPPORTED,
                    "this is an Excel 5.0/95 workbook, which is not supported; open it in Excel and save it as .xlsx"),
            new Kind(
                    "WordDocument",
                    Fault.UNSUPPORTED,
                    "this is a Word document (.doc), which is not supported; export the report as .xlsx"),
            new Kind(
                    "PowerPoint Document",
                    Fault.UNSUPPORTED,
                    "this is a PowerPoint presentation (.ppt), which is not supported; export the report as .xlsx"));

    private OleKind() {}

    /** The name of the workbook stream, as in this file. */
    static String workbookStream(DirectoryEntry root) throws SourceException {
        Optional<String> workbook = stream(root, "Workbook");
        if (workbook.isPresent()) {
            return workbook.get();
        }
        for (Kind kind : OTHERS) {
            if (stream(root, kind.stream()).isPresent()) {
                throw new SourceException(kind.fault(), kind.message());
            }
        }
        throw new SourceException(
                Fault.UNSUPPORTED,
                "this is an OLE2 document without a workbook, which is not supported; export the report as .xlsx");
    }

    private static Optional<String> stream(DirectoryEntry root, String name) {
        return root.getEntryNames().stream().filter(name::equalsIgnoreCase).findFirst();
    }
}
