package ai.igent.maestro.vault.verify;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.spi.dns.DnsClient;
import com.mongodb.spi.dns.DnsClientProvider;

/** What MongoDB's driver would ask by itself, were it let. */
public final class UnaskedDns implements DnsClientProvider {
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    static List<String> asked() {
        return ASKED;
    }

    @Override
    public DnsClient create() {
        return (name, type) -> {
            ASKED.add(type + " " + name);
            return List.of();
        };
    }
}
