package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Excel's own password, with which it encrypts workbooks that are only protected against changes: everybody can read them. Other
 * encrypted workbooks are refused.
 */
final class DefaultPassword {
    private static final String ENCRYPTED = "the file is encrypted; save it without a password and export again";

    /** Excel hashes a password 100,000 times; a file may not demand much more. */
    private static final int MOST_HASHES = 1_000_000;

    private DefaultPassword() {}

    static SourceException encrypted() {
        return new SourceException(Fault.ENCRYPTED, ENCRYPTED);
    }

    /** Whether the package of an {@code .xlsx} file is encrypted in this OLE2 document. */
    static boolean hasPackage(POIFSFileSystem files) {
        return files.getRoot().hasEntry(Decryptor.DEFAULT_POIFS_ENTRY);
    }

    /** Unlocks the parts of a file that is encrypted with this password. */
    static EncryptionInfo unlock(EncryptionInfo encryption) throws SourceException {
        try {
            if (encryption.getVerifier().getSpinCount() <= MOST_HASHES
                    && encryption.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                return encryption;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // Another kind of encryption.
        }
        throw encrypted();
    }

    /** A decrypted copy of the package, which the caller deletes. */
    static Path unlockedPackage(POIFSFileSystem files, ReadingBudget budget) throws SourceException, IOException {
        Decryptor decryptor = unlock(encryption(files)).getDecryptor();
        Path copy = Files.createTempFile("yieldline-unlocked", ".xlsx");
        try (InputStream in = budget.watch(decryptor.getDataStream(files))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            Files.delete(copy);
            throw XlsReader.damaged(e);
        }
    }

    private static EncryptionInfo encryption(POIFSFileSystem files) throws SourceException {
        try {
            return new EncryptionInfo(files);
        } catch (IOException | RuntimeException e) {
            throw encrypted();
        }
    }
}
