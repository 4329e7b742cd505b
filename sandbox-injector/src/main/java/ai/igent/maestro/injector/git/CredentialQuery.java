package ai.igent.maestro.injector.git;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What git asks, in lines of {@code key=value}. Keys that are not known here are left alone, as the protocol wants it: capabilities, states, arrays.
 * A password is never read.
 */
record CredentialQuery(String protocol, String host, String path, String username) {
    private static final String HTTPS_PORT = ":443";

    /** @throws GitFailure.Unreadable at a line that is not of that form */
    static CredentialQuery of(String text) {
        Map<String, String> told = new HashMap<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            int equals = line.indexOf('=');
            if (line.isEmpty()) continue;
            if (equals <= 0 || line.indexOf('\0') >= 0) throw new GitFailure.Unreadable(number);
            told.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return new CredentialQuery(told.getOrDefault("protocol", ""), hostOf(told.getOrDefault("host", "")), told.getOrDefault("path", ""),
                told.getOrDefault("username", ""));
    }

    boolean isSecure() {
        return protocol.equals("https") && !host.isEmpty();
    }

    /** Whose repository it is, as hosts write it: what stands before the first slash. */
    String pathOwner() {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String hostOf(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(HTTPS_PORT) ? lower.substring(0, lower.length() - HTTPS_PORT.length()) : lower;
    }

    /** Without what somebody may have put into the address. */
    @Override
    public String toString() {
        return "CredentialQuery[]";
    }
}
