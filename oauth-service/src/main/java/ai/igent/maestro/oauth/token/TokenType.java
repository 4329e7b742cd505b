package ai.igent.maestro.oauth.token;

/** The two tokens a connection may hold. */
public enum TokenType {
    ACCESS("access_token", "access"),
    REFRESH("refresh_token", "refresh");

    private final String hint;
    private final String place;

    TokenType(String hint, String place) {
        this.hint = hint;
        this.place = place;
    }

    /** The word of RFC 7009. */
    String hint() {
        return hint;
    }

    /** Tells the two apart in what they are sealed with, so that one cannot be put in the other's place. Part of the stored format. */
    String place() {
        return place;
    }
}
