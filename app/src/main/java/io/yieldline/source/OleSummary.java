package io.yieldline.source;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.jspecify.annotations.Nullable;

/** Reads the summary information of an OLE2 document. Optional: a damaged summary is ignored. */
final class OleSummary {
    private static final int LARGEST = 1 << 20;

    private OleSummary() {}

    static Optional<LocalDateTime> writtenAt(DirectoryEntry root) {
        try {
            return isSmall(root) ? read(root) : Optional.empty();
        } catch (HPSFException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isSmall(DirectoryEntry root) throws IOException {
        if (!root.hasEntry(SummaryInformation.DEFAULT_STREAM_NAME)) {
            return false;
        }
        Entry entry = root.getEntry(SummaryInformation.DEFAULT_STREAM_NAME);
        return entry instanceof DocumentEntry document && document.getSize() <= LARGEST;
    }

    private static Optional<LocalDateTime> read(DirectoryEntry root) throws HPSFException, IOException {
        if (PropertySetFactory.create(root, SummaryInformation.DEFAULT_STREAM_NAME)
                instanceof SummaryInformation summary) {
            return time(summary.getLastSaveDateTime()).or(() -> time(summary.getCreateDateTime()));
        }
        return Optional.empty();
    }

    /** Some programs write a zero, which is in 1601. */
    private static Optional<LocalDateTime> time(@Nullable Date date) {
        return Optional.ofNullable(date)
                .map(Date::toInstant)
                .filter(instant -> instant.isAfter(Instant.EPOCH))
                .map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
