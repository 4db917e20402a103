package io.yieldline.scale;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.load.ExportFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The exports of a plant: all files below a folder that look like exports, in the order in which they arrived. */
record ExportFolder(List<ExportFile> exports, List<String> skipped) {
    static ExportFolder list(Path folder, Configuration hadoop) throws IOException {
        FileSystem files = folder.getFileSystem(hadoop);
        Path root = files.makeQualified(folder);
        ExportFolder found = new ExportFolder(new ArrayList<>(), new ArrayList<>());
        try {
            RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
            while (all.hasNext()) {
                found.add(root, all.next());
            }
        } catch (FileNotFoundException e) {
            throw new UserError(ExitCode.USAGE, folder + ": no such folder; --exports names the folder of the exports");
        }
        found.exports.sort(Comparator.comparing(ExportFile::arrived).thenComparing(ExportFile::name));
        return found;
    }

    private void add(Path root, LocatedFileStatus file) {
        Path path = file.getPath();
        String name = root.toUri().relativize(path.toUri()).getPath();
        ExportFiles.reasonToSkip(path.getName())
                .ifPresentOrElse(
                        reason -> skipped.add(name + ": skipped, " + reason),
                        () -> exports.add(
                                new ExportFile(path.toString(), name, file.getLen(), file.getModificationTime())));
    }
}
