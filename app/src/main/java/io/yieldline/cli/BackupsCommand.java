package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.change.BackupsOperation;
import io.yieldline.warehouse.Table;
import picocli.CommandLine.Command;

/** Lists backups. */
@Command(
        mixinStandardHelpOptions = true,
        header = BackupsOperation.PURPOSE,
        footer = {"", "Examples:", "  yieldline backups", "  yieldline backups --format csv"})
final class BackupsCommand extends TableCommand<BackupsOperation.Parameters> {
    @Override
    Operation<BackupsOperation.Parameters, TableResult> operation() {
        return new BackupsOperation();
    }

    @Override
    BackupsOperation.Parameters parameters() {
        return new BackupsOperation.Parameters();
    }

    @Override
    void print(Table backups, Console console) {
        console.table(BackupsText.list(backups));
    }
}
