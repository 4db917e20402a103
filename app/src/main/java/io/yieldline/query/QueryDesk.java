package io.yieldline.query;

import io.yieldline.Busy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets at most two queries run at the same time in this process, and one of each user. Thread-safe. */
public final class QueryDesk {
    /** How many queries run at the same time. */
    public static final int MOST = 2;

    /** The desk of this process. */
    public static final QueryDesk PROCESS = new QueryDesk(MOST);

    private final int most;
    private final Map<String, LakeQuery> running = new HashMap<>();

    QueryDesk(int most) {
        this.most = most;
    }

    /**
     * Asks a query and waits for the answer.
     *
     * @throws Busy if too many run already
     * @throws QueryFailure if there is no answer
     */
    public QueryAnswer ask(String user, LakeVersion lake, QueryRequest request) {
        LakeQuery query = new LakeQuery(lake, request);
        enter(user, query);
        try {
            return query.answer();
        } finally {
            leave(user);
        }
    }

    /** Stops the running query of a user; false if there is none. */
    public boolean cancel(String user) {
        LakeQuery query = find(user);
        if (query != null) {
            query.cancel();
        }
        return query != null;
    }

    private synchronized @Nullable LakeQuery find(String user) {
        return running.get(user);
    }

    private synchronized void enter(String user, LakeQuery query) {
        if (running.containsKey(user)) {
            throw new Busy("your last query is still running; wait for its end, or cancel it");
        }
        if (running.size() >= most) {
            throw new Busy("busy: " + most + " queries are running; try again in a few seconds");
        }
        running.put(user, query);
    }

    private synchronized void leave(String user) {
        running.remove(user);
    }
}
