package io.yieldline.health;

import io.yieldline.UserError;
import io.yieldline.ingest.Ledger;
import io.yieldline.ingest.ReadAttempts;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.WarehouseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Diagnoses the chain from home and exports to marts. Changes nothing. */
public final class Doctor {
    private static final List<Link> CHAIN = List.of(
            new HomeLink(),
            new ServerLink(),
            new SpaceLink(),
            new InboxLink(),
            new ArchiveLink(),
            new DatabaseLink(),
            new SchemaLink(),
            new ReceiptsLink(),
            new MasterLogLink(),
            new MartsLink(),
            new ChecksLink(),
            new RunsLink(),
            new SubscriptionsLink());

    private Doctor() {}

    /** Examines every link; a link that cannot be examined does not hide the next ones. */
    public static Diagnosis examine(Examination examination) {
        HealthInputs around = examination.surroundings();
        Stream<Link> asked = Stream.concat(
                Stream.ofNullable(around.overdue()).map(overdue -> new ScheduleLink(overdue, around.lostSlots())),
                Stream.ofNullable(around.newestBackup()).map(BackupsLink::new));
        List<Link> links = Stream.concat(CHAIN.stream(), asked).toList();
        List<LinkState> states = new ArrayList<>();
        for (Link link : links) {
            examination.each().begins("examine " + link.name(), states.size() + 1, links.size());
            states.add(state(link, examination));
        }
        return new Diagnosis(List.copyOf(states));
    }

    /** The names of confirmed exports that the database lacks, and of those that the program died of before they were parked. */
    public static List<String> lost(Plant plant, Warehouse warehouse) {
        List<String> lost = new ArrayList<>(ReceiptsLink.lost(
                ReceiptJournal.of(plant.home(), warehouse.engine()).receipts(),
                warehouse.read(Ledger::loaded).keySet()));
        Map<String, String> refused = ReadAttempts.refused(plant.home());
        refused.keySet().removeAll(warehouse.read(Ledger::all).keySet());
        lost.addAll(refused.values());
        return lost;
    }

    private static LinkState state(Link link, Examination examination) {
        Found found = look(link, examination);
        return new LinkState(
                link.name(),
                found.state(),
                found.message(),
                found.details(),
                found.state() == State.OK ? null : link.downstream(),
                found.remedies());
    }

    static Found look(Link link, Examination examination) {
        if (link.inDatabase() && examination.warehouse() == null) {
            return Found.unknown("the database is not open");
        }
        try {
            return link.examine(examination);
        } catch (UserError e) {
            return Found.broken(e.getMessage());
        } catch (RuntimeException e) {
            return Found.broken("cannot be examined: " + FileFault.of(e).orElseGet(() -> WarehouseException.line(e)));
        }
    }
}
