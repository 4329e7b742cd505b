package ai.igent.maestro.session.membership;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** When somebody left an organization, for the last time. */
@Entity
@Table(name = "member_removal")
class MemberRemoval {
    @EmbeddedId
    private Member member;
    @Column(name = "removed_at")
    private Instant removedAt;

    @Embeddable
    record Member(String organization, @Column(name = "user_id") String user) implements Serializable {}

    protected MemberRemoval() {}

    String organization() {
        return member.organization();
    }
}
