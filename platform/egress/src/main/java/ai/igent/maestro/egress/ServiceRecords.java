package ai.igent.maestro.egress;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FutureListener;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/**
 * What the DNS says of a service. Nothing of it has been judged: a host found here is called by way of {@link GuardedNames} or not at all. Each question fails
 * with an {@link EgressFailure} and nothing else: {@link EgressFailure.Unreachable} when the DNS does not answer {@code within} that time,
 * {@link EgressFailure.AnswerRefused} when its answer is malformed or too long.
 */
@ApplicationScoped
public class ServiceRecords {
    private static final int MOST_RECORDS = 50;
    /** To follow aliases, too. */
    private static final int MOST_QUESTIONS = 8;

    private final DnsNameResolver dns;

    ServiceRecords(Vertx vertx, EgressConfig config) {
        var internal = (VertxInternal) vertx;
        var transport = internal.transport();
        dns = new DnsNameResolverBuilder(internal.getOrCreateContext().nettyEventLoop())
                .datagramChannelFactory(transport::datagramChannel)
                .socketChannelFactory(() -> (SocketChannel) transport.channelFactory(false).newChannel())
                .nameServerProvider(NameServers.of(config)).searchDomains(List.of())
                .queryTimeoutMillis(config.connectTimeout().toMillis()).maxQueriesPerResolve(MOST_QUESTIONS).build();
    }

    /** Where a service is, such as {@code _mongodb._tcp.db.example.com}; empty when it is nowhere. */
    public Uni<List<Service>> services(String name, Duration within) {
        return ask(name, DnsRecordType.SRV, RecordContent::service, within);
    }

    /** The texts under a name, each in one piece; empty when there is none. */
    public Uni<List<String>> texts(String name, Duration within) {
        return ask(name, DnsRecordType.TXT, RecordContent::text, within);
    }

    private <T> Uni<List<T>> ask(String name, DnsRecordType type, Function<ByteBufHolder, T> read, Duration within) {
        return Uni.createFrom().completionStage(() -> answer(name, type, read))
                .ifNoItem().after(within).failWith(EgressFailure.Unreachable::new)
                .onFailure(failure -> !(failure instanceof EgressFailure)).transform(malformed -> new EgressFailure.AnswerRefused());
    }

    private <T> CompletableFuture<List<T>> answer(String name, DnsRecordType type, Function<ByteBufHolder, T> read) {
        var answer = new CompletableFuture<List<T>>();
        FutureListener<List<DnsRecord>> listener = found -> {
            if (found.isSuccess()) complete(answer, found.getNow(), read);
            else if (saysThatThereIsNone(found.cause())) answer.complete(List.of());
            else
                answer.completeExceptionally(new EgressFailure.Unreachable());
        };
        dns.resolveAll(new DefaultDnsQuestion(name, type)).addListener(listener);
        return answer;
    }

    private static <T> void complete(CompletableFuture<List<T>> answer, List<DnsRecord> records, Function<ByteBufHolder, T> read) {
        try {
            if (records.size() > MOST_RECORDS) throw new EgressFailure.AnswerRefused();
            answer.complete(records.stream().map(ByteBufHolder.class::cast).map(read).toList());
        } catch (RuntimeException malformed) {
            answer.completeExceptionally(malformed);
        } finally {
            records.forEach(ReferenceCountUtil::release);
        }
    }

    /** Which the resolver tells by the name of the failure alone, when the name has other records. */
    private static boolean saysThatThereIsNone(Throwable failure) {
        return failure instanceof UnknownHostException && (failure.getCause() == null
                || failure.getCause() instanceof DnsErrorCauseException said && said.getCode().equals(DnsResponseCode.NXDOMAIN));
    }

    @PreDestroy
    void close() {
        dns.close();
    }

    /** A server as an SRV record names it, without the dot at the end. */
    public record Service(String host, int port) {}
}
