package ai.igent.maestro.injector.recognition;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The escapes of JSON strings (RFC 8259, 7), and that of the single quote, which other languages have beside the same ones. */
final class JsonDecoder implements Decoder {
    private static final String LETTERS = "\"\\/'bfnrt";
    private static final String MEANINGS = "\"\\/'\b\f\n\r\t";
    private static final int UNIT = 6;

    private final byte[] pending = new byte[2 * UNIT];
    private int count;
    private long from;

    @Override
    public boolean isSpecial(byte read) {
        return read == '\\';
    }

    @Override
    public void read(byte read, long place, View view) {
        if (count == 0 && read != '\\') {
            view.tell(read, place);
            return;
        }
        if (count == 0) from = place;
        pending[count++] = read;
        if (!canBegin(count - 1)) giveUp(view);
        else if (count == 2 && read != 'u') complete(view, Character.toString(MEANINGS.charAt(LETTERS.indexOf(read))));
        else if (count == UNIT && !Character.isHighSurrogate(unit(0))) complete(view, Character.toString(unit(0)));
        else if (count == 2 * UNIT) complete(view, new String(new char[]{unit(0), unit(UNIT)}));
    }

    /** Whether the byte at this position can stand there in an escape, or in a pair of them for a character beyond 16 bits. */
    private boolean canBegin(int position) {
        byte read = pending[position];
        return switch (position) {
            case 0, UNIT -> read == '\\';
            case 1 -> read == 'u' || LETTERS.indexOf(read) >= 0;
            case UNIT + 1 -> read == 'u';
            case UNIT - 1 -> HexFormat.isHexDigit(read) && !isLowSurrogate(0);
            case 2 * UNIT - 1 -> HexFormat.isHexDigit(read) && isLowSurrogate(UNIT);
            default -> HexFormat.isHexDigit(read);
        };
    }

    private boolean isLowSurrogate(int at) {
        return HexFormat.isHexDigit(pending[at + UNIT - 1]) && Character.isLowSurrogate(unit(at));
    }

    private char unit(int at) {
        int unit = 0;
        for (int digit = at + 2; digit < at + UNIT; digit++)
            unit = unit << 4 | HexFormat.fromHexDigit(pending[digit]);
        return (char) unit;
    }

    private void complete(View view, String meaning) {
        long to = from + count;
        count = 0;
        for (byte each : meaning.getBytes(StandardCharsets.UTF_8))
            view.tell(each, from, to);
    }

    /** The first byte stands for itself; what followed is read anew. */
    private void giveUp(View view) {
        byte[] read = java.util.Arrays.copyOf(pending, count);
        long first = from;
        count = 0;
        view.tell(read[0], first);
        for (int at = 1; at < read.length; at++)
            read(read[at], first + at, view);
    }

    @Override
    public long pendingFrom() {
        return count == 0 ? View.NOWHERE : from;
    }

    @Override
    public void end(View view) {
        while (count > 0)
            giveUp(view);
    }

    /** What stands for a space only where a plus does is of no interest here. */
    @Override
    public boolean counts(Find find) {
        return find.encoding() != Encoding.URL;
    }

    @Override
    public Encoding encoding(Find find) {
        return find.encoding() == Encoding.RAW ? Encoding.JSON : find.encoding();
    }
}
