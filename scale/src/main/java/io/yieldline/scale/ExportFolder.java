package io.yieldline.scale;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.load.ExportFiles;
import io.yieldline.plant.FolderWalk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The exports of a plant: all files below a folder that look like exports, in the order in which they arrived. */
record ExportFolder(List<ExportFile> exports, List<String> skipped) {
    static ExportFolder list(Path folder, Configuration hadoop) throws IOException {
        FileSystem files = folder.getFileSystem(hadoop);
        ExportFolder found = new ExportFolder(new ArrayList<>(), new ArrayList<>());
        try {
            if (!files.getFileStatus(folder).isDirectory()) {
                throw new FileNotFoundException(folder.toString());
            }
            if (files instanceof LocalFileSystem disk) {
                found.addAsTheProgram(disk.pathToFile(folder).toPath());
            } else {
                found.addAll(files, files.makeQualified(folder));
            }
        } catch (FileNotFoundException e) {
            throw new UserError(ExitCode.USAGE, folder + ": no such folder; --exports names the folder of the exports");
        }
        found.exports.sort(Comparator.comparing(ExportFile::arrived).thenComparing(ExportFile::name));
        return found;
    }

    /** Links to folders are not followed: one may lead back to where it is. */
    private void addAsTheProgram(java.nio.file.Path root) throws IOException {
        ExportFiles files = ExportFiles.find(List.of(root));
        skipped.addAll(files.skipped());
        for (java.nio.file.Path file : files.exports()) {
            exports.add(new ExportFile(
                    new Path(file.toUri()).toString(),
                    FolderWalk.name(root, file),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis()));
        }
    }

    private void addAll(FileSystem files, Path root) throws IOException {
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
            add(root, all.next());
        }
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
