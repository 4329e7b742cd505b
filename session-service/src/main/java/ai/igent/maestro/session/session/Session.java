package ai.igent.maestro.session.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/**
 * One agent run. Counts its revisions (changes of the active set), its events and its tokens' generations; all three only rise, under the lock of
 * its row.
 */
@Entity
@Table(name = "session")
public class Session {
    @Id
    private String id;
    @Column(name = "user_id")
    private String user;
    private String organization;
    private String title;
    private String agent;
    private String environment;
    private String status;
    private long revision;
    @Column(name = "applied_revision")
    private long appliedRevision;
    @Column(name = "failed_revision")
    private long failedRevision;
    private long sequence;
    @Column(name = "token_generation")
    private long tokenGeneration;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "review_due_at")
    private Instant reviewDueAt;
    @Column(name = "set_mac")
    private byte[] setMac;
    @Column(name = "set_mac_key")
    private UUID setMacKey;

    protected Session() {}

    public static Session begin(SessionId id, NewSession wish, Instant now) {
        var session = new Session();
        session.id = id.text();
        session.user = wish.user();
        session.organization = wish.organization();
        session.title = wish.title();
        session.agent = wish.agent();
        session.environment = wish.environment() == null ? null : wish.environment().text();
        session.status = SessionStatus.ACTIVE.text();
        session.tokenGeneration = 1;
        session.createdAt = now;
        session.expiresAt = now.plus(wish.expiresIn());
        return session;
    }

    public SessionId id() {
        return new SessionId(id);
    }

    /** The user whose session it is. */
    public Owner owner() {
        return Owner.user(user);
    }

    /** Whose secrets may be active here: the user's, and the organization's if the session has one. */
    public List<Owner> owners() {
        List<Owner> owners = new ArrayList<>();
        owners.add(owner());
        if (organization != null) owners.add(Owner.organization(organization));
        return owners;
    }

    /** Whether {@code caller} is its user or its agent. */
    public boolean belongsTo(Caller caller) {
        return switch (caller) {
            case Caller.Person person -> person.has(Role.USER) && person.subject().equals(user);
            case Caller.Agent itself -> itself.session().text().equals(id);
            case Caller.Sandbox its -> its.session().text().equals(id);
            case Caller.ServiceClient service -> false;
        };
    }

    /** Whether {@code caller} is its user or the platform, which runs all sessions. */
    public boolean isRunBy(Caller caller) {
        return caller instanceof Caller.Person person && (person.has(Role.PLATFORM) || belongsTo(person));
    }

    public long nextRevision() {
        return ++revision;
    }

    /** The place of the next event of this session. */
    public long nextSequence() {
        return ++sequence;
    }

    /** Revokes every token issued so far. */
    public void revokeTokens() {
        tokenGeneration++;
    }

    public boolean isActiveAt(Instant now) {
        return statusAt(now) == SessionStatus.ACTIVE;
    }

    /** What the clock makes of it, also before that has been stored. */
    public SessionStatus statusAt(Instant now) {
        var stored = SessionStatus.parse(status);
        return stored == SessionStatus.ACTIVE && !expiresAt.isAfter(now) ? SessionStatus.EXPIRED : stored;
    }

    /** Whether its end, by somebody's wish or by the clock, still has to be stored. */
    public boolean isOpen() {
        return endedAt == null;
    }

    /** Ends it for good. {@code how} is ended or expired. */
    public void end(SessionStatus how, Instant now) {
        status = how.text();
        endedAt = now;
    }

    /** Null while nothing is active. */
    public SetSeal setSeal() {
        return setMac == null || setMacKey == null ? null : new SetSeal(new DataKeyId(setMacKey), setMac);
    }

    public void sealSet(SetSeal seal) {
        setMac = seal == null ? null : seal.mac();
        setMacKey = seal == null ? null : seal.key().value();
    }

    /** When somebody should look at what is active; null while nothing is. */
    public void reviewAt(Instant time) {
        reviewDueAt = time;
    }

    public boolean isReviewDueAt(Instant now) {
        return reviewDueAt != null && !reviewDueAt.isAfter(now);
    }

    /** Never shortens it. */
    public void extendTo(Instant later) {
        if (later.isAfter(expiresAt)) expiresAt = later;
    }

    /** @return whether this is news: an older or repeated report is not */
    public boolean noteApplied(long reported) {
        boolean news = reported > appliedRevision;
        appliedRevision = Math.max(appliedRevision, reported);
        return news;
    }

    /** @return whether this is news: an older or repeated report is not */
    public boolean noteFailed(long reported) {
        boolean news = reported > failedRevision;
        failedRevision = Math.max(failedRevision, reported);
        return news;
    }

    public String user() {
        return user;
    }

    public String organization() {
        return organization;
    }

    public String title() {
        return title;
    }

    public String agent() {
        return agent;
    }

    public Environment environment() {
        return environment == null ? null : Environment.parse(environment);
    }

    public long revision() {
        return revision;
    }

    public long appliedRevision() {
        return appliedRevision;
    }

    public long tokenGeneration() {
        return tokenGeneration;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
