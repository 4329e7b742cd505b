package ai.igent.maestro.local.bench.yardstick;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.measure.Pgbench;

/**
 * The transaction that a grant needs at least, in PostgreSQL's own load tool: read the revision, read what is active, record the delivery, commit. In
 * a schema of its own beside session-service's tables, on the same server; sessions are named by a text, as they are there.
 */
public final class BareGrant {
    private static final int SESSIONS = 10_000;
    private static final String TRANSACTION = """
            \\set n random(1, %d)
            begin;
            select revision from bench.session where id = 's' || lpad((:n)::text, 6, '0');
            select name, variable from bench.active where session_id = 's' || lpad((:n)::text, 6, '0');
            insert into bench.outbox (topic, key, payload) values ('audit', 's' || :n, rpad('{"event":"grant"', 400, 'x'));
            commit;
            """.formatted(SESSIONS);
    private static final String[] SCHEMA = {
            "drop schema if exists bench cascade",
            "create schema bench",
            "create table bench.session (id text primary key, revision bigint not null)",
            "create table bench.active (session_id text, name text, variable text, primary key (session_id, name))",
            "create table bench.outbox (id bigint generated always as identity primary key, topic text not null, key text not null, payload text not null)",
            "insert into bench.session select 's' || lpad(i::text, 6, '0'), 7 from generate_series(1, " + SESSIONS + ") i",
            "insert into bench.active select 's' || lpad(i::text, 6, '0'), 'NAME_' || j, 'VARIABLE_' || j from generate_series(1, "
                    + SESSIONS + ") i, generate_series(1, 5) j",
            "analyze bench.session",
            "analyze bench.active",
    };

    private final Lab lab;
    private final Pgbench pgbench;

    private BareGrant(Lab lab, Pgbench pgbench) {
        this.lab = lab;
        this.pgbench = pgbench;
    }

    public static BareGrant prepare(Lab lab) {
        lab.sql(Part.SESSION, SCHEMA);
        return new BareGrant(lab, new Pgbench(lab.folder("pgbench"), lab.postgres(), "session"));
    }

    public double perSecond(int clients) {
        return pgbench.run(TRANSACTION, clients, lab.pace().measure());
    }
}
