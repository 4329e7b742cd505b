package ai.igent.maestro.injector.recognition;

import java.util.HexFormat;

/**
 * Percent-encoding (RFC 3986, 2.1) with digits of either case, whichever characters were encoded, and form encoding, where a plus is a space. Where a
 * plus is a plus, there is a pattern for that.
 */
final class PercentDecoder implements Decoder {
    private static final int DIGITS = 2;

    private int pending;
    private long from;
    private byte high;

    @Override
    public boolean isSpecial(byte read) {
        return read == '%' || read == '+';
    }

    @Override
    public void read(byte read, long place, View view) {
        switch (pending) {
            case 0 -> begin(read, place, view);
            case 1 -> {
                high = read;
                if (HexFormat.isHexDigit(read)) pending++;
                else
                    giveUp(read, place, view);
            }
            default -> {
                if (HexFormat.isHexDigit(read)) decode(read, place, view);
                else
                    giveUp(read, place, view);
            }
        }
    }

    private void begin(byte read, long place, View view) {
        if (read == '%') {
            pending = 1;
            from = place;
        } else if (read == '+') view.tell((byte) ' ', place, place + 1);
        else
            view.tell(read, place);
    }

    private void decode(byte low, long place, View view) {
        pending = 0;
        view.tell((byte) (HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low)), from, place + 1);
    }

    private void giveUp(byte read, long place, View view) {
        end(view);
        begin(read, place, view);
    }

    @Override
    public long pendingFrom() {
        return pending == 0 ? View.NOWHERE : from;
    }

    @Override
    public void end(View view) {
        if (pending > 0) view.tell((byte) '%', from);
        if (pending == DIGITS) view.tell(high, from + 1);
        pending = 0;
    }

    @Override
    public boolean counts(Find find) {
        return true;
    }

    @Override
    public Encoding encoding(Find find) {
        return find.encoding() == Encoding.RAW ? Encoding.URL : find.encoding();
    }
}
