package ai.igent.maestro.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.RefreshToken;

/** Refresh tokens of a realm, kept in a file as hashes. A used one of a rotating realm is remembered, so that its second use is noticed. */
final class RefreshTokens {
    private final Realm realm;
    private final Path file;
    private final Map<String, Map<String, Object>> byHash = new TreeMap<>();

    RefreshTokens(Realm realm, Path file) throws IOException {
        this.realm = realm;
        this.file = file;
        if (Files.exists(file))
            read();
    }

    synchronized RefreshToken issue(SignIn signIn) {
        return issue(signIn, UUID.randomUUID().toString());
    }

    /** The sign-in behind {@code token} and the token to use next time; empty when it is unknown, used, or another client's. */
    synchronized Optional<Renewed> renew(RefreshToken token, Client client) {
        var entry = byHash.get(hash(token));
        if (entry == null || !client.id().equals(entry.get("client")))
            return Optional.empty();
        if (Boolean.TRUE.equals(entry.get("used"))) {
            revokeFamily(entry);
            return Optional.empty();
        }
        SignIn signIn = signIn(entry);
        if (!realm.rotatesRefreshTokens())
            return Optional.of(new Renewed(signIn, token));
        entry.put("used", true);
        return Optional.of(new Renewed(signIn, issue(signIn, (String) entry.get("family"))));
    }

    /** Ends this token and all that came from the same sign-in. Unknown ones are ended already. */
    synchronized void revoke(RefreshToken token) {
        var entry = byHash.get(hash(token));
        if (entry != null)
            revokeFamily(entry);
    }

    record Renewed(SignIn signIn, RefreshToken next) {}

    private RefreshToken issue(SignIn signIn, String family) {
        var token = new RefreshToken();
        var entry = new TreeMap<String, Object>(Map.of("client", signIn.client().id(), "person", signIn.person().subject(), "scope",
                signIn.scope().toString(), "signedInAt", signIn.at().getEpochSecond(), "family", family));
        byHash.put(hash(token), entry);
        write();
        return token;
    }

    private void revokeFamily(Map<String, Object> entry) {
        byHash.values().removeIf(each -> each.get("family").equals(entry.get("family")));
        write();
    }

    private SignIn signIn(Map<String, Object> entry) {
        return new SignIn(realm.client((String) entry.get("client")).orElseThrow(),
                realm.person((String) entry.get("person")).orElseThrow(),
                Scope.parse((String) entry.get("scope")), Instant.ofEpochSecond(((Number) entry.get("signedInAt")).longValue()));
    }

    private void read() throws IOException {
        try {
            for (var entry : JSONObjectUtils.parse(Files.readString(file)).entrySet())
                byHash.put(entry.getKey(), new TreeMap<>(JSONObjectUtils.getJSONObject(Map.of("it", entry.getValue()), "it")));
        } catch (ParseException e) {
            throw new IOException("unusable file of refresh tokens " + file, e);
        }
    }

    private void write() {
        try {
            PrivateFile.write(file, JSONObjectUtils.toJSONString(new TreeMap<>(byHash)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(RefreshToken token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getValue().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
