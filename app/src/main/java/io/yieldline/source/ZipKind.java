package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.util.List;

/** Detects the kind of a zip file that is not a supported workbook. */
final class ZipKind {
    private record Kind(String part, String name, String advice) {}

    private static final String SAVE_AS = "open it in Excel and save it as .xlsx";

    private static final List<Kind> OTHERS = List.of(
            new Kind("xl/workbook.bin", "a binary Excel workbook (.xlsb)", SAVE_AS),
            new Kind("content.xml", "an OpenDocument file (.ods)", SAVE_AS),
            new Kind("word/document.xml", "a Word document (.docx)", "export the report as .xlsx"),
            new Kind("ppt/presentation.xml", "a PowerPoint presentation (.pptx)", "export the report as .xlsx"));

    private ZipKind() {}

    static void requireWorkbook(ZipParts parts) throws SourceException {
        for (Kind kind : OTHERS) {
            if (parts.has(kind.part())) {
                throw new SourceException(
                        Fault.UNSUPPORTED, "this is " + kind.name() + ", which is not supported; " + kind.advice());
            }
        }
        if (!parts.has("[Content_Types].xml") || !parts.has("_rels/.rels")) {
            throw new SourceException(
                    Fault.UNSUPPORTED, "this is a zip archive, not a workbook; unpack it and load the files in it");
        }
    }
}
