package io.yieldline.store;

import io.yieldline.PartProgress;
import io.yieldline.plant.DurableFile;
import io.yieldline.warehouse.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** When each piece of a store was last read back, and what was wrong with it; kept in a file beside the pieces. */
public final class PieceStates {
    /** Where they are in a store. */
    public static final String PLACE = "verified.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Store store;
    private final Path file;
    private final Map<String, State> states;

    private PieceStates(Store store, Map<String, State> states) {
        this.store = store;
        this.file = store.folder().resolve(PLACE);
        this.states = states;
    }

    /** Those of a store; a file that cannot be read says nothing, so that all pieces are due again. */
    static PieceStates of(Store store) {
        PieceStates none = new PieceStates(store, new TreeMap<>());
        try {
            return Files.isRegularFile(none.file) ? new PieceStates(store, read(Files.readAllBytes(none.file))) : none;
        } catch (IOException | JacksonException e) {
            return none;
        }
    }

    /**
     * The file with more pieces that were read back as they were written.
     *
     * @param known the file so far; empty for none
     */
    public static byte[] withIntact(byte[] known, Collection<Piece> pieces, LocalDateTime at) {
        Map<String, State> states = known.length == 0 ? new TreeMap<>() : read(known);
        pieces.forEach(piece -> states.put(piece.sha256(), new State(at, null)));
        return JSON.writeValueAsBytes(states);
    }

    private static Map<String, State> read(byte[] bytes) {
        return new TreeMap<>(JSON.readValue(bytes, new TypeReference<Map<String, State>>() {}));
    }

    /** When the piece of a snapshot that waits longest was read back; null if one never was. */
    public @Nullable LocalDateTime verifiedAt(Snapshot snapshot) {
        List<Optional<LocalDateTime>> times = snapshot.allPieces()
                .map(piece -> Optional.ofNullable(states.get(piece.sha256())).map(State::at))
                .toList();
        return times.stream().anyMatch(Optional::isEmpty)
                ? null
                : times.stream()
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .orElse(snapshot.manifest().takenAt());
    }

    /** What is wrong with a snapshot; null for nothing. */
    public @Nullable String damage(Snapshot snapshot) {
        for (StoredTable table : snapshot.manifest().tables()) {
            for (Piece piece : table.pieces()) {
                State state = states.get(piece.sha256());
                if (state != null && state.damage() != null) {
                    return state.damage();
                }
                if (!Files.exists(store.file(piece))) {
                    return PieceCheck.missing(table, piece);
                }
            }
        }
        return null;
    }

    /** Whether a piece can be used again: it is there, and nothing is known against it. */
    boolean usable(Piece piece) {
        State state = states.get(piece.sha256());
        return store.looksWhole(piece) && (state == null || state.damage() == null);
    }

    /** Notes that pieces were read back as they were written. */
    void intact(Collection<Piece> pieces, LocalDateTime at) {
        pieces.forEach(piece -> states.put(piece.sha256(), new State(at, null)));
    }

    /** Reads back the pieces of some snapshots, each once, that nobody has read since a time. */
    void verify(List<Snapshot> snapshots, LocalDateTime since, LocalDateTime at, PartProgress progress) {
        Map<String, Due> due = new LinkedHashMap<>();
        snapshots.forEach(snapshot -> snapshot.manifest()
                .tables()
                .forEach(table -> table.pieces().stream()
                        .filter(piece -> isDue(piece, since))
                        .forEach(piece -> due.putIfAbsent(piece.sha256(), new Due(table, piece)))));
        if (due.isEmpty()) {
            return;
        }
        List<Due> pieces = List.copyOf(due.values());
        TableFiles.inspect(store.folder(), session -> {
            for (int i = 0; i < pieces.size(); i++) {
                Due next = pieces.get(i);
                progress.begins("verify " + PieceCheck.named(next.table, next.piece), i + 1, pieces.size());
                Optional<String> damage = PieceCheck.compare(session, next.table, next.piece, store.file(next.piece));
                states.put(next.piece.sha256(), new State(at, damage.orElse(null)));
            }
            return true;
        });
    }

    /** Writes what is known. */
    void store() throws IOException {
        Files.createDirectories(store.folder());
        DurableFile.replace(file, JSON.writeValueAsBytes(states));
    }

    /** Forgets the pieces that no snapshot lists any more. */
    void forgetAllBut(Set<String> listed) throws IOException {
        states.keySet().retainAll(listed);
        store();
    }

    private boolean isDue(Piece piece, LocalDateTime since) {
        State state = states.get(piece.sha256());
        return state == null || state.at().isBefore(since) || state.damage() != null;
    }

    /**
     * What is known of a piece.
     *
     * @param at when it was last read back, in plant time
     * @param damage what is wrong with it; null for nothing
     */
    record State(LocalDateTime at, @Nullable String damage) {}

    private record Due(StoredTable table, Piece piece) {}
}
