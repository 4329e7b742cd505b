package ai.igent.maestro.web.paging;

import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import ai.igent.maestro.vocabulary.InvalidWord;

/** {@code ?limit=&cursor=} of every list; a {@code @BeanParam}. Read as text: JAX-RS answers 404 to a number that is none. */
public class PageRequest {
    static final int MOST = 200;
    private static final int USUAL = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    @RestQuery
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @RestQuery
    String cursor;

    /** @throws InvalidPage when it is no number from 1 to 200 */
    public int limit() {
        if (limit == null) return USUAL;
        int asked = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (asked < 1 || asked > MOST) throw InvalidPage.limit();
        return asked;
    }

    /** Where to go on, or null for the beginning. @throws InvalidPage when it is no cursor */
    public Cursor cursor() {
        try {
            return Cursor.parse(cursor);
        } catch (InvalidWord notOurs) {
            throw InvalidPage.cursor();
        }
    }
}
