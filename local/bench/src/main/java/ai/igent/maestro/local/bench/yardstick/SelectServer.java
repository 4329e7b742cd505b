package ai.igent.maestro.local.bench.yardstick;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/**
 * A bare select over HTTP: the HTTP server and the reactive driver that the services are built on, and nothing else. {@code /one/ID} answers one row
 * of vault-service's secrets, {@code /list/OWNER} the newest hundred of an owner. A program of its own, started by {@link SelectProcess}.
 */
public final class SelectServer extends AbstractVerticle {
    private static final String COLUMNS = "select id, owner, name, variable, kind, description, environment, integration, account, version, status,"
            + " created_at::text, updated_at::text from secret ";
    private static final int POOL = 20;
    /** As a service of the local stack has them. */
    private static final int EVENT_LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private Pool pool;

    /** {@code BENCH_LISTEN}: its port; {@code BENCH_DATABASE}: that of PostgreSQL. */
    public static void main(String... arguments) {
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(EVENT_LOOPS))
                .deployVerticle(SelectServer.class, new DeploymentOptions().setInstances(EVENT_LOOPS)).onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        pool = PgBuilder.pool().using(vertx).connectingTo(database())
                .with(new PoolOptions().setName("bench").setShared(true).setMaxSize(POOL)).build();
        vertx.createHttpServer().requestHandler(this::answer).listen(port("BENCH_LISTEN"), "127.0.0.1").<Void>mapEmpty()
                .onComplete(started);
    }

    private static PgConnectOptions database() {
        return new PgConnectOptions().setHost("127.0.0.1").setPort(port("BENCH_DATABASE")).setDatabase("vault").setUser("postgres")
                .setPassword("postgres").setCachePreparedStatements(true);
    }

    private static int port(String name) {
        return Integer.parseInt(System.getenv(name));
    }

    private void answer(HttpServerRequest request) {
        String[] path = request.path().split("/");
        String query = path[1].equals("one")
                ? COLUMNS + "where id = $1"
                : COLUMNS + "where owner = $1 and deleted_at is null order by id desc limit 100";
        pool.preparedQuery(query).execute(Tuple.of(path[2]))
                .onSuccess(rows -> request.response().putHeader("Content-Type", "application/json").end(json(rows).toBuffer()))
                .onFailure(failure -> request.response().setStatusCode(500).end());
    }

    private static JsonArray json(RowSet<Row> rows) {
        var all = new JsonArray();
        rows.forEach(row -> all.add(json(row)));
        return all;
    }

    private static JsonObject json(Row row) {
        var one = new JsonObject();
        for (int column = 0; column < row.size(); column++)
            one.put(row.getColumnName(column), row.getValue(column));
        return one;
    }
}
