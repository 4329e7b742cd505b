package ai.igent.maestro.oauth.connection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.oauth.provider.ProviderKey;
import ai.igent.maestro.oauth.provider.Scopes;
import ai.igent.maestro.oauth.token.ProviderAccount;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An authorization of one account at one provider.
 *
 * <pre>
 *                            +- refresh -+
 *                            v           |
 * pending --connect--> connected --------+--(refused, or nothing to refresh with)--> reauthorization-required
 *    |                   |   ^                                                          |       |
 *    |                   |   +------------------------ connect -------------------------+       |
 *    +----- revoke ------+----------------------------------------------- revoke ---------------+--> revoked
 * </pre>
 *
 * <p>{@code generation} counts the token sets it had, {@code epoch} the changes that end earlier consent, {@code sequence} every change. After
 * each change {@link ReleaseSeal} signs what decides a release.
 */
@Entity
@Table(name = "connection")
public class Connection {
    @Id
    private String id;
    private String owner;
    private String requestedBy;
    private String provider;
    private String variable;
    private String account;
    private String environment;
    private String status;
    private long epoch;
    private long generation;
    private long sequence;
    private String requestedScopes;
    private String grantedScopes;
    private String providerAccountId;
    private String providerAccountLogin;
    private Instant expiresAt;
    private boolean refreshable;
    private Instant lastRefreshedAt;
    private String lastErrorCode;
    private Instant lastErrorAt;
    private String revocation;
    private UUID releaseKey;
    private byte[] releaseMac;
    private Instant createdAt;
    private Instant updatedAt;

    protected Connection() {}

    /** Somebody's wish to connect an account; it holds nothing yet. */
    static Connection requested(ConnectionId id, Owner owner, String by, ProviderKey provider, Scopes scopes, Labels labels, Instant now) {
        var connection = new Connection();
        connection.id = id.text();
        connection.owner = owner.text();
        connection.requestedBy = by;
        connection.provider = provider.text();
        connection.requestedScopes = scopes.text();
        connection.status = ConnectionStatus.PENDING.text();
        connection.epoch = 1;
        connection.label(labels);
        connection.createdAt = now;
        connection.changed(now);
        return connection;
    }

    /** Asks for a further authorization, by whoever will give it; what is connected stays so meanwhile. */
    void reauthorize(String by, Scopes scopes, Instant now) {
        requireNotRevoked();
        requestedBy = by;
        requestedScopes = scopes.text();
        changed(now);
    }

    /** Somebody is on the way to the provider for it. No state of it changes. */
    public void authorizationBegan(Instant now) {
        requireNotRevoked();
        updatedAt = now;
    }

    /** A new token set, of generation {@link #nextGeneration()}, is in force. */
    public void connect(Scopes granted, Optional<ProviderAccount> connected, Lifetime lifetime, Instant now) {
        requireNotRevoked();
        generation++;
        status = ConnectionStatus.CONNECTED.text();
        grantedScopes = granted.text();
        connected.ifPresent(this::belongsTo);
        takeOver(lifetime);
        lastErrorCode = null;
        lastErrorAt = null;
        changed(now);
    }

    /** As {@link #connect}, without anybody's doing: the provider exchanged the refresh token. */
    public void refresh(Optional<Scopes> granted, Lifetime lifetime, Instant now) {
        requireNotRevoked();
        generation++;
        granted.ifPresent(scopes -> grantedScopes = scopes.text());
        takeOver(lifetime);
        lastRefreshedAt = now;
        lastErrorCode = null;
        lastErrorAt = null;
        changed(now);
    }

    /** The provider no longer honours it. */
    public void requireReauthorization(String code, Instant now) {
        requireNotRevoked();
        status = ConnectionStatus.REAUTHORIZATION_REQUIRED.text();
        failed(code, now);
        changed(now);
    }

    private void takeOver(Lifetime lifetime) {
        expiresAt = lifetime.expiresAt().orElse(null);
        refreshable = lifetime.refreshable();
    }

    private void belongsTo(ProviderAccount connected) {
        providerAccountId = connected.id();
        providerAccountLogin = connected.login();
    }

    /** Changes its labels. Another environment ends earlier consent: it was given for that environment. */
    void relabel(Labels labels, Instant now) {
        requireNotRevoked();
        if (!labels.environment().equals(environment())) epoch++;
        label(labels);
        changed(now);
    }

    private void label(Labels labels) {
        variable = labels.variable().text();
        account = labels.account().map(AccountLabel::text).orElse(null);
        environment = labels.environment().map(Environment::text).orElse(null);
    }

    /** Ends it here, for good and at once. Whether the provider ended it too is known later: {@link #revokedAtProvider}. */
    void revoke(Instant now) {
        requireNotRevoked();
        status = ConnectionStatus.REVOKED.text();
        revocation = Revocation.OPEN.text();
        epoch++;
        changed(now);
    }

    /** The outcome of an attempt to revoke it at its provider. */
    void revokedAtProvider(Revocation outcome, Instant now) {
        revocation = outcome.text();
        if (outcome == Revocation.OPEN) failed("revocation-failed", now);
        updatedAt = now;
    }

    /** Remembers why the last attempt to do something with it did not succeed. */
    public void failed(String code, Instant now) {
        lastErrorCode = code;
        lastErrorAt = now;
        updatedAt = now;
    }

    private void changed(Instant now) {
        sequence++;
        updatedAt = now;
    }

    void sealed(DataKeyId key, byte[] mac) {
        releaseKey = key.value();
        releaseMac = mac;
    }

    /** What decides a release, in one unambiguous text. Part of the stored format: it never changes. */
    byte[] releaseTerms() {
        return Stream.of("connection v1", id, owner, provider, status, variable, String.valueOf(environment), Long.toString(epoch),
                Long.toString(generation)).map(term -> term.length() + ":" + term).collect(Collectors.joining("|")).getBytes(UTF_8);
    }

    byte[] releaseMac() {
        return releaseMac;
    }

    /** The data key to check it with: see {@link ReleaseSeal}. */
    public DataKeyId releaseKey() {
        return new DataKeyId(releaseKey);
    }

    /** @throws ConnectionFailure.Revoked when nothing can be done with it any more */
    public void requireNotRevoked() {
        if (is(ConnectionStatus.REVOKED)) throw new ConnectionFailure.Revoked();
    }

    /** What an audit record about it names. */
    public AuditRecord.Subject asSubject() {
        return new AuditRecord.Subject("connection", id, variable);
    }

    public boolean is(ConnectionStatus asked) {
        return status.equals(asked.text());
    }

    /** Whether it is connected and holds a refresh token. */
    public boolean isRefreshable() {
        return refreshable && is(ConnectionStatus.CONNECTED);
    }

    public boolean isVisibleTo(Caller.Person person) {
        return owner().equals(person.owner()) || isOfOrganization() && person.isMemberOf(owner().id());
    }

    public boolean isManagedBy(Caller.Person person) {
        return owner().equals(person.owner()) || isOfOrganization() && person.isAdminOf(owner().id());
    }

    private boolean isOfOrganization() {
        return owner().kind() == Owner.Kind.ORGANIZATION;
    }

    public boolean wasAskedForBy(String subject) {
        return requestedBy.equals(subject);
    }

    /** Whether {@code other} is the account that is connected, or none is known yet. */
    public boolean accepts(Optional<ProviderAccount> other) {
        return providerAccountId == null || other.map(ProviderAccount::id).filter(providerAccountId::equals).isPresent();
    }

    public ConnectionId id() {
        return new ConnectionId(id);
    }

    public Owner owner() {
        return Owner.parse(owner);
    }

    public ProviderKey provider() {
        return new ProviderKey(provider);
    }

    public VariableName variable() {
        return new VariableName(variable);
    }

    public Optional<AccountLabel> account() {
        return Optional.ofNullable(account).map(AccountLabel::new);
    }

    public Optional<Environment> environment() {
        return Optional.ofNullable(environment).map(Environment::parse);
    }

    public Labels labels() {
        return new Labels(variable(), account(), environment());
    }

    /** Where it stands at {@code now}: a token that is over and cannot be refreshed needs its owner, whatever was stored last. */
    public ConnectionStatus statusAt(Instant now) {
        boolean over = expiresAt != null && !expiresAt.isAfter(now);
        if (is(ConnectionStatus.CONNECTED) && over && !refreshable) return ConnectionStatus.REAUTHORIZATION_REQUIRED;
        return ConnectionStatus.parse(status);
    }

    public Scopes requestedScopes() {
        return Scopes.parse(requestedScopes);
    }

    public Optional<Scopes> grantedScopes() {
        return Optional.ofNullable(grantedScopes).map(Scopes::parse);
    }

    public Optional<ProviderAccount> providerAccount() {
        return Optional.ofNullable(providerAccountId).map(known -> new ProviderAccount(known, providerAccountLogin));
    }

    Optional<Revocation> revocation() {
        return Optional.ofNullable(revocation).map(Revocation::parse);
    }

    public long epoch() {
        return epoch;
    }

    public long generation() {
        return generation;
    }

    public long nextGeneration() {
        return generation + 1;
    }

    public long sequence() {
        return sequence;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    Optional<Instant> lastRefreshedAt() {
        return Optional.ofNullable(lastRefreshedAt);
    }

    Optional<LastError> lastError() {
        return Optional.ofNullable(lastErrorCode).map(code -> new LastError(code, lastErrorAt));
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Why the last attempt did not succeed: a code word and when. */
    record LastError(String code, Instant at) {}
}
