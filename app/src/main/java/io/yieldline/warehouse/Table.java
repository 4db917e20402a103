package io.yieldline.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer with the names of its columns. Whole numbers are {@code Long}, dates {@code LocalDate}, blanks null. */
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {}
