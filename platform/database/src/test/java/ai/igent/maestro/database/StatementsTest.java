package ai.igent.maestro.database;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;

import ai.igent.maestro.embedded.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatementsTest {
    private static final String PARENTS = "insert into parent (id, name) select * from unnest($1::bigint[], $2::text[])";
    private static final String CHILDREN = "insert into child (id, parent) select * from unnest($1::bigint[], $2::bigint[])";
    private static final String NOTE = "insert into note (text) values ($1)";

    private final Vertx vertx = Vertx.vertx();
    private PostgresServer postgres;
    private Pool pool;
    private Statements statements;

    @BeforeEach
    void start() {
        postgres = PostgresServer.temporary();
        pool = Pool.pool(vertx, new PgConnectOptions().setHost("127.0.0.1").setPort(postgres.port()).setDatabase("postgres")
                .setUser(PostgresServer.USER).setPassword(PostgresServer.PASSWORD), new PoolOptions().setMaxSize(2));
        statements = new Statements(pool);
        pool.query("""
                create table parent (id bigint primary key, name text not null);
                create table child (id bigint primary key, parent bigint not null references parent (id));
                create table note (text text)""").execute().await().indefinitely();
    }

    @AfterEach
    void stop() {
        pool.close().await().indefinitely();
        vertx.close().await().indefinitely();
        postgres.close();
    }

    @Test
    void changesOfTablesThatReferToEachOtherAreCommittedTogether() {
        commit(children(10, 1), parents(1, "one"), note("done"));

        assertThat(column("select name from parent")).containsExactly("one");
        assertThat(column("select parent::text from child")).containsExactly("1");
        assertThat(column("select text from note")).containsExactly("done");
    }

    @Test
    void nothingIsStoredWhenOneOfThemIsRefused() {
        commit(parents(1, "one"));

        assertThatThrownBy(() -> commit(parents(2, "two"), parents(1, "again"), note("lost"))).isInstanceOf(PgException.class);
        assertThatThrownBy(() -> commit(note("lost"), children(10, 7))).isInstanceOfSatisfying(PgException.class,
                refused -> assertThat(refused.getConstraint()).isEqualTo("child_parent_fkey"));

        assertThat(column("select name from parent")).containsExactly("one");
        assertThat(column("select text from note")).isEmpty();
    }

    @Test
    void eachCombinationKeepsItsParametersApart() {
        commit(note("first"), parents(1, "one"));
        commit(parents(2, "two"), note("second"));
        commit(note("third"));

        assertThat(column("select name from parent order by id")).containsExactly("one", "two");
        assertThat(column("select text from note order by text")).containsExactly("first", "second", "third");
    }

    private static Change parents(long id, String name) {
        return new Change(PARENTS, List.of(new Long[]{id}, new String[]{name}));
    }

    private static Change children(long id, long parent) {
        return new Change(CHILDREN, List.of(new Long[]{id}, new Long[]{parent}));
    }

    private static Change note(String text) {
        return new Change(NOTE, List.of(text));
    }

    private void commit(Change... changes) {
        statements.commit(List.of(changes)).await().indefinitely();
    }

    private List<String> column(String query) {
        List<String> values = new ArrayList<>();
        statements.execute(query, Tuple.tuple()).await().indefinitely().forEach(row -> values.add(row.getString(0)));
        return values;
    }
}
