package ai.igent.maestro.vault.verify;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.spi.dns.DnsClient;

import ai.igent.maestro.egress.ServiceRecords;

/**
 * A MongoDB URI whose servers, and some of whose options, are in the DNS: MongoDB's "Initial DNS Seedlist Discovery". The driver reads the URI, and is told what
 * was found: with a {@link DnsClient} of its own it would ask by itself. What does not hold fails with {@link IllegalArgumentException} or one of the driver's
 * exceptions. No record: that would print the URI.
 */
final class MongoSeedlist {
    private static final String SCHEME = "mongodb+srv://";
    private static final String DEFAULT_SERVICE = "mongodb";
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,62}");
    private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final int LONGEST_NAME = 180;
    private static final int FEWEST_LABELS = 3;

    private final String url;
    private final ConnectionString uri;

    MongoSeedlist(String url) {
        this.url = url;
        uri = new ConnectionString(url, answering(List.of()));
        if (!isName(host()) || !LABEL.matcher(serviceName()).matches()) throw new IllegalArgumentException("no name that the DNS knows");
    }

    static boolean isMeant(String url) {
        return url.startsWith(SCHEME);
    }

    /** As it stands, without what the DNS adds. */
    ConnectionString uri() {
        return uri;
    }

    String host() {
        return uri.getHosts().getFirst().toLowerCase(Locale.ROOT);
    }

    /** The name that lists the servers. */
    String service() {
        return "_" + serviceName() + "._tcp." + host();
    }

    private String serviceName() {
        return uri.getSrvServiceName() == null ? DEFAULT_SERVICE : uri.getSrvServiceName();
    }

    /** Else its domain is one that strangers share. */
    boolean isDeepEnough() {
        return host().split("\\.").length >= FEWEST_LABELS;
    }

    /** The servers that were found, all of which have to be of the list's own domain. */
    List<ServerAddress> servers(List<ServiceRecords.Service> found) {
        return found.stream().map(this::server).toList();
    }

    private ServerAddress server(ServiceRecords.Service found) {
        String host = found.host().toLowerCase(Locale.ROOT);
        String domain = host().substring(host().indexOf('.'));
        if (!isName(host) || !host.endsWith(domain) || found.port() == 0) throw new IllegalArgumentException("a server of another domain");
        return new ServerAddress(host, found.port());
    }

    /** The URI with the options that the DNS adds, of which the driver allows few, and in one text; what the URI says itself is stronger. */
    ConnectionString completed(List<ServiceRecords.Service> found, List<String> texts) {
        var completed = new ConnectionString(url, answering(texts));
        if (Boolean.TRUE.equals(completed.isLoadBalanced()) && found.size() > 1)
            throw new IllegalArgumentException("more than one load balancer");
        return completed;
    }

    private static DnsClient answering(List<String> texts) {
        return (name, type) -> texts;
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }
}
