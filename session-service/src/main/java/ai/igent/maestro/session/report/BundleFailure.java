package ai.igent.maestro.session.report;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import ai.igent.maestro.vocabulary.SessionId;

/** Why something was left out of a session's newest reported bundle. */
@Entity
@Table(name = "bundle_failure")
@IdClass(BundleFailure.Key.class)
public class BundleFailure {
    @Id
    @Column(name = "session_id")
    private String session;
    @Id
    @Column(name = "candidate_id")
    private String candidate;
    private long revision;
    private String code;

    protected BundleFailure() {}

    static BundleFailure of(SessionId session, long revision, String candidate, String code) {
        var failure = new BundleFailure();
        failure.session = session.text();
        failure.candidate = candidate;
        failure.revision = revision;
        failure.code = code;
        return failure;
    }

    public String candidate() {
        return candidate;
    }

    public long revision() {
        return revision;
    }

    /** One of those in docs/reference/bundle-failures.md. */
    public String code() {
        return code;
    }

    /** A thing fails once in a session. */
    public record Key(String session, String candidate) implements Serializable {}
}
