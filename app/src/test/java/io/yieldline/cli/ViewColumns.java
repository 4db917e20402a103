package io.yieldline.cli;

import io.yieldline.feed.Feeds;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Marts;
import io.yieldline.mart.Views;
import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of the views, as an empty warehouse has them. */
final class ViewColumns {
    private ViewColumns() {}

    static Map<String, List<String>> all() {
        try (Warehouse warehouse = Warehouses.openInMemory()) {
            FeedTables.prepare(warehouse, Feeds.builtIn());
            new MartRefresh(warehouse, Marts.builtIn(), Rules.ofProfile(Profile.PLANT), InstantSource.system())
                    .prepare();
            Map<String, List<String>> columns = new LinkedHashMap<>();
            Views.names()
                    .forEach(view -> columns.put(
                            view,
                            warehouse.read(session -> session.table("select * from " + view + " where 1 = 0")
                                    .columns())));
            return columns;
        }
    }
}
