package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.mart.SchemaDrift;
import java.util.List;

/** All tables, views and columns are those of this version. */
final class SchemaLink implements Link {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String downstream() {
        return "what reads a missing or altered table fails";
    }

    @Override
    public Found examine(Examination examination) {
        List<String> drift = SchemaDrift.messages(examination.parts());
        return drift.isEmpty()
                ? Found.ok("tables and columns are those of this version")
                : Found.broken(
                                Counted.of(drift.size(), "difference")
                                        + " from this version: tables or columns were dropped or altered by hand",
                                Remedy.byHand("repair the tables with: yieldline " + SchemaDrift.REPAIR))
                        .with(drift);
    }
}
