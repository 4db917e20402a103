package io.yieldline.api.auth;

import io.yieldline.Busy;
import io.yieldline.UserError;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.QueryOperation;
import org.jspecify.annotations.Nullable;

/** A query with an entry in the audit trail, whatever came of it; one that found no turn was not asked. */
public final class AuditedQuery implements Operation<QueryOperation.Parameters, QueryOperation.Answered> {
    private final QueryOperation query = new QueryOperation();
    private final @Nullable Actor actor;

    /** A query of the caller. */
    public AuditedQuery() {
        this(null);
    }

    /** A query of somebody at an address. */
    public AuditedQuery(@Nullable Actor actor) {
        this.actor = actor;
    }

    @Override
    public String name() {
        return query.name();
    }

    @Override
    public String purpose() {
        return query.purpose();
    }

    @Override
    public String command() {
        return query.command();
    }

    @Override
    public boolean exclusive() {
        return query.exclusive();
    }

    @Override
    public QueryOperation.Answered run(QueryOperation.Parameters parameters, Context context) {
        try {
            QueryOperation.Answered answered = query.run(parameters, context);
            add(context, answered.summary(), parameters.asked());
            return answered;
        } catch (Busy e) {
            throw e;
        } catch (UserError e) {
            add(context, "no answer", parameters.asked());
            throw e;
        }
    }

    private void add(Context context, String outcome, String asked) {
        new Audit(context.warehouse(), context.clock())
                .add(actor == null ? Actor.of(context.caller()) : actor, name(), null, outcome + ": " + asked);
    }
}
