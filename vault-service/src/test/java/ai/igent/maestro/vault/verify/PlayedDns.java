package ai.igent.maestro.vault.verify;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.config.ConfigProvider;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;

/** A name server, by UDP, with the records it is given; the machine's own is never asked. Other names do not exist. */
final class PlayedDns implements AutoCloseable {
    static final String PORT = "test.dns.port";
    private static final int TTL = 60;

    private final EventLoopGroup threads = new NioEventLoopGroup(1);
    private final Channel channel;
    private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private volatile DnsResponseCode failure;

    private PlayedDns(int port) {
        channel = new Bootstrap().group(threads).channel(NioDatagramChannel.class).handler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel opened) {
                opened.pipeline().addLast(new DatagramDnsQueryDecoder(), new DatagramDnsResponseEncoder(), new Answers());
            }
        }).bind(InetAddress.getLoopbackAddress(), port).syncUninterruptibly().channel();
    }

    /** Where the service under test asks. */
    static PlayedDns listen() {
        return new PlayedDns(ConfigProvider.getConfig().getValue(PORT, Integer.class));
    }

    PlayedDns srv(String name, String target, int port) {
        ByteBuf data = Unpooled.buffer().writeShort(0).writeShort(0).writeShort(port);
        for (String label : target.split("\\."))
            data.writeByte(label.length()).writeCharSequence(label, StandardCharsets.US_ASCII);
        return add(name, DnsRecordType.SRV, bytes(data.writeByte(0)));
    }

    /** One record of all {@code pieces}. */
    PlayedDns txt(String name, String... pieces) {
        ByteBuf data = Unpooled.buffer();
        for (String piece : pieces)
            data.writeByte(piece.length()).writeCharSequence(piece, StandardCharsets.US_ASCII);
        return add(name, DnsRecordType.TXT, bytes(data));
    }

    PlayedDns add(String name, DnsRecordType type, byte[] data) {
        records.computeIfAbsent(key(name + ".", type), added -> new CopyOnWriteArrayList<>()).add(data);
        return this;
    }

    void fallSilent() {
        silent = true;
    }

    void fail(DnsResponseCode code) {
        failure = code;
    }

    /** What was asked for, as type and name. */
    List<String> asked() {
        return new ArrayList<>(asked);
    }

    private static String key(String name, DnsRecordType type) {
        return type.name() + " " + name;
    }

    private static byte[] bytes(ByteBuf data) {
        byte[] bytes = new byte[data.readableBytes()];
        data.readBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        threads.shutdownGracefully(0, 0, java.util.concurrent.TimeUnit.SECONDS);
    }

    private final class Answers extends SimpleChannelInboundHandler<DatagramDnsQuery> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramDnsQuery query) {
            DnsQuestion question = query.recordAt(DnsSection.QUESTION);
            asked.add(key(question.name(), question.type()));
            if (silent) return;
            var answer = new DatagramDnsResponse(query.recipient(), query.sender(), query.id());
            answer.addRecord(DnsSection.QUESTION, question);
            List<byte[]> found = records.getOrDefault(key(question.name(), question.type()), List.of());
            for (byte[] data : found)
                answer.addRecord(DnsSection.ANSWER,
                        new DefaultDnsRawRecord(question.name(), question.type(), TTL, Unpooled.wrappedBuffer(data)));
            if (failure != null) answer.setCode(failure);
            else if (found.isEmpty() && !knows(question.name())) answer.setCode(DnsResponseCode.NXDOMAIN);
            context.writeAndFlush(answer);
        }

        private boolean knows(String name) {
            return records.keySet().stream().anyMatch(key -> key.endsWith(" " + name));
        }
    }
}
