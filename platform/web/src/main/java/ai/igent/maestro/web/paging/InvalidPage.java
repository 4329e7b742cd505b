package ai.igent.maestro.web.paging;

import ai.igent.maestro.web.problem.Failure;

/** A list was asked for a page that it cannot have. */
public final class InvalidPage extends Failure {
    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String expected;

    private InvalidPage(String parameter, String expected) {
        this.parameter = parameter;
        this.expected = expected;
    }

    static InvalidPage limit() {
        return new InvalidPage("limit", "expected a number from 1 to " + PageRequest.MOST);
    }

    public static InvalidPage cursor() {
        return new InvalidPage("cursor", "this is not a cursor of this list");
    }

    String parameter() {
        return parameter;
    }

    String expected() {
        return expected;
    }
}
