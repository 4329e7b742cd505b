package ai.igent.maestro.injector.recognition;

/**
 * Leaves out single line breaks and the indentation after them, as tools put them into base64 and hexadecimal digits. An empty line ends what can
 * belong together, so that what has to be remembered of the text stays bounded.
 */
final class UnwrapDecoder implements Decoder {
    private static final int WIDEST_INDENTATION = 64;
    private static final int NOT_HELD_BACK = 2;

    private long skippedTo = View.NOWHERE;
    private int breaks;
    private int indentation;

    @Override
    public boolean isSpecial(byte read) {
        return read == '\n' || read == '\r';
    }

    @Override
    public void read(byte read, long place, View view) {
        if (place != skippedTo) {
            breaks = 0;
            indentation = 0;
        }
        if (isSpecial(read) || isIndentation(read, place)) skip(read, place, view);
        else
            view.tell(read, place);
    }

    private boolean isIndentation(byte read, long place) {
        return (read == ' ' || read == '\t') && place == skippedTo && indentation++ < WIDEST_INDENTATION;
    }

    private void skip(byte read, long place, View view) {
        skippedTo = place + 1;
        if (read == '\n') breaks++;
        if (read == '\r') indentation++;
        if (breaks > 1 || indentation > WIDEST_INDENTATION) view.forget();
        view.skip(place);
    }

    @Override
    public long pendingFrom() {
        return View.NOWHERE;
    }

    @Override
    public void end(View view) {
        // nothing is ever pending
    }

    @Override
    public int notHeldBack() {
        return NOT_HELD_BACK;
    }

    @Override
    public boolean counts(Find find) {
        return find.encoding() == Encoding.BASE64 || find.encoding() == Encoding.HEX;
    }

    @Override
    public Encoding encoding(Find find) {
        return find.encoding();
    }
}
