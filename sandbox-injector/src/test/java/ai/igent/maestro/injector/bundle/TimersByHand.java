package ai.igent.maestro.injector.bundle;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;

import ai.igent.maestro.test.FixedClock;

/** A Vertx that only sets timers, which run when a clock set by hand gets there. */
final class TimersByHand {
    private final List<Timer> timers = new ArrayList<>();
    private final FixedClock clock;

    TimersByHand(FixedClock clock) {
        this.clock = clock;
    }

    Vertx vertx() {
        return (Vertx) Proxy.newProxyInstance(Vertx.class.getClassLoader(), new Class<?>[]{Vertx.class}, (proxy, method, arguments) -> {
            if (!method.getName().equals("setTimer")) throw new UnsupportedOperationException(method.getName());
            @SuppressWarnings("unchecked")
            Handler<Long> task = (Handler<Long>) arguments[1];
            timers.add(new Timer(clock.instant().plusMillis((long) arguments[0]), task));
            return (long) timers.size();
        });
    }

    int pending() {
        return timers.size();
    }

    void advance(Duration time) {
        clock.advance(time);
        for (Timer due = nextDue(); due != null; due = nextDue()) {
            timers.remove(due);
            due.task().handle(0L);
        }
    }

    private Timer nextDue() {
        return timers.stream().filter(each -> !each.at().isAfter(clock.instant())).min(Comparator.comparing(Timer::at)).orElse(null);
    }

    private record Timer(Instant at, Handler<Long> task) {}
}
