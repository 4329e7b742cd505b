package ai.igent.maestro.session.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.session.phrase.Phrase;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SessionId;

/** A proposal that waits for a person, or the decision about it. Decided at most once, under its session's lock. */
@Entity
@Table(name = "activation_request")
public class ActivationRequest {
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);

    @Id
    private String id;
    @Column(name = "session_id")
    private String session;
    @Column(name = "requester_kind")
    private String requesterKind;
    @Column(name = "requester_id")
    private String requesterId;
    private String phrase;
    private String reason;
    private String status;
    @Convert(converter = RequestContentJson.class)
    @Column(name = "proposal")
    private RequestContent content;
    @Column(name = "set_hash")
    private String setHash;
    private String nonce;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "denial_reason")
    private String denialReason;

    protected ActivationRequest() {}

    static ActivationRequest propose(RequestId id, SessionId session, Asker asker, RequestContent content, Nonce nonce, Instant now) {
        var request = new ActivationRequest();
        request.id = id.text();
        request.session = session.text();
        request.requesterKind = asker.actor().kind().text();
        request.requesterId = asker.actor().id();
        request.phrase = asker.phrase() == null ? null : asker.phrase().text();
        request.reason = asker.reason();
        request.status = content.proposal().status().text();
        request.content = content;
        request.setHash = SetHash.of(session, content.proposal());
        request.nonce = nonce.text();
        request.createdAt = now;
        request.expiresAt = now.plus(OPEN_FOR);
        return request;
    }

    /** Who asks and in which words. {@code phrase} and {@code reason} are untrusted text, or null. */
    record Asker(Actor actor, Phrase phrase, String reason) {}

    /** The same asker, for a fresh request in the place of this one. */
    Asker asker() {
        return new Asker(requestedBy(), phrase == null ? null : new Phrase(phrase), reason);
    }

    RequestStatus statusAt(Instant now) {
        var stored = RequestStatus.parse(status);
        return stored == RequestStatus.PROPOSED && !expiresAt.isAfter(now) ? RequestStatus.EXPIRED : stored;
    }

    /** @throws RequestFailure.NotOpen unless it still waits for its decision */
    void requireOpenAt(Instant now) {
        if (statusAt(now) != RequestStatus.PROPOSED) throw new RequestFailure.NotOpen(statusAt(now));
    }

    /** Whether {@code shown} is the hash this request was shown with. */
    boolean wasShownAs(String shown) {
        return setHash.equals(shown);
    }

    boolean hasNonce(String given) {
        return MessageDigest.isEqual(nonce.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    void confirm(String subject, Instant now) {
        decide(RequestStatus.CONFIRMED, subject, now);
    }

    void deny(String subject, String why, Instant now) {
        decide(RequestStatus.DENIED, subject, now);
        denialReason = why;
    }

    void supersede() {
        status = RequestStatus.SUPERSEDED.text();
    }

    private void decide(RequestStatus decision, String subject, Instant now) {
        status = decision.text();
        decidedBy = subject;
        decidedAt = now;
    }

    RequestId id() {
        return new RequestId(id);
    }

    SessionId session() {
        return new SessionId(session);
    }

    Actor requestedBy() {
        return new Actor(ActorKind.parse(requesterKind), requesterId);
    }

    String phrase() {
        return phrase;
    }

    String reason() {
        return reason;
    }

    RequestContent content() {
        return content;
    }

    String setHash() {
        return setHash;
    }

    String nonce() {
        return nonce;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isDenied() {
        return RequestStatus.DENIED.text().equals(status);
    }

    /** Null until it was confirmed or denied. */
    Instant decidedAt() {
        return decidedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
