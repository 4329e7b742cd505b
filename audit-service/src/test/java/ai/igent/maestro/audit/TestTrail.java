package ai.igent.maestro.audit;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.audit.chain.AppendRecords;
import ai.igent.maestro.contracts.event.AuditRecord;

/** Appends to the trail as the service does, reads it, and tampers with it as somebody with the database's password would. */
@ApplicationScoped
@Unremovable
public class TestTrail {
    private final AppendRecords append;
    private final Pool database;

    TestTrail(AppendRecords append, Pool database) {
        this.append = append;
        this.database = database;
    }

    public void append(int partition, AuditRecord... records) {
        await(() -> append.to(partition, List.of(records)));
    }

    /** How many entries carry one of these records. */
    public long count(List<AuditRecord> records) {
        var ids = records.stream().map(each -> each.id().text()).toArray(String[]::new);
        return await(() -> database.preparedQuery("select count(*) from audit_event where id = any ($1)").execute(Tuple.of(ids)))
                .iterator().next().getLong(0);
    }

    /** Runs statements with the guards of the table off. */
    public void tamper(String... statements) {
        await(() -> database.withTransaction(connection -> {
            Uni<?> chain = connection.query("set local session_replication_role = replica").execute();
            for (String statement : statements)
                chain = chain.chain(() -> connection.query(statement).execute());
            return chain;
        }));
    }

    /** As {@link #tamper}, but with the guards on. */
    public void execute(String statement) {
        await(() -> database.query(statement).execute());
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
