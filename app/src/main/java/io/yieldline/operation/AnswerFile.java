package io.yieldline.operation;

import io.yieldline.query.QueryAnswer;
import io.yieldline.warehouse.FileColumn;
import io.yieldline.warehouse.TableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The answer to a query as a file. */
public enum AnswerFile {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PARQUET("application/vnd.apache.parquet"),
    JSON("application/json");

    private final String mediaType;

    AnswerFile(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type of such a file. */
    public String mediaType() {
        return mediaType;
    }

    /** Writes the answer; the file is whole or not there. */
    public void write(QueryAnswer answer, Path file) {
        WholeFile.write(file, part -> writeTo(answer, part));
    }

    private void writeTo(QueryAnswer answer, Path part) throws IOException {
        switch (this) {
            case CSV -> {
                try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                    CsvTable.write(answer.table(), out);
                }
            }
            case XLSX -> {
                try (OutputStream out = Files.newOutputStream(part)) {
                    XlsxTable.write(answer.table(), "query", out);
                }
            }
            case PARQUET -> TableFiles.write(columns(answer), answer.table().rows()::forEach, part);
            case JSON ->
                Files.write(
                        part,
                        JsonMapper.builder()
                                .addModule(new SimpleModule().addSerializer(new TableJson()))
                                .build()
                                .writeValueAsBytes(answer.table()));
        }
    }

    private static List<FileColumn> columns(QueryAnswer answer) {
        List<FileColumn> columns = new ArrayList<>();
        for (int i = 0; i < answer.types().size(); i++) {
            columns.add(FileColumn.of(
                    answer.table().columns().get(i), answer.types().get(i)));
        }
        return columns;
    }
}
