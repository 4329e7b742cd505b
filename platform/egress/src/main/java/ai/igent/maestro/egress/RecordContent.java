package ai.igent.maestro.egress;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;

/** What stands in records that Netty leaves undecoded. A malformed one fails with some {@link RuntimeException}. */
final class RecordContent {
    private RecordContent() {}

    /** RFC 2782: priority, weight, port, target. */
    static ServiceRecords.Service service(ByteBufHolder srv) {
        ByteBuf content = srv.content().duplicate();
        content.skipBytes(2 * Short.BYTES);
        int port = content.readUnsignedShort();
        String target = DefaultDnsRecordDecoder.decodeName(content);
        return new ServiceRecords.Service(target.substring(0, target.length() - 1), port);
    }

    /** RFC 1035: pieces, each behind its length. */
    static String text(ByteBufHolder txt) {
        ByteBuf content = txt.content().duplicate();
        var text = new StringBuilder();
        while (content.isReadable())
            text.append(content.readCharSequence(content.readUnsignedByte(), StandardCharsets.UTF_8));
        return text.toString();
    }
}
