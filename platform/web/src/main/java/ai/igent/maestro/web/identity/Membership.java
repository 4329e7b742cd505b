package ai.igent.maestro.web.identity;

/** What a person is in an organization. */
public enum Membership {
    MEMBER,
    ADMIN
}
