import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.simple.DeserializationException;
import org.json.simple.JsonObject;
import org.json.simple.Jsoner;

/**
 * json-simple forgives missing and surplus commas, leading zeros, raw control characters and unknown escapes, and runs
 * aground on exponents past an int. So a text must pass RFC 8259 here first. No recursion: depth costs no stack.
 */
final class StrictJson {
    private static final Pattern SPACE_OR_SIGN = Pattern.compile("[ \t\r\n]++|[{}\\[\\]:,]");
    private static final Pattern STRING_PART = Pattern.compile("[^\"\\\\\\x00-\\x1f]++|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4})");
    private static final Pattern SCALAR =
        Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?<exponent>[eE][+-]?[0-9]++)?");
    private static final String VALUE = "{[\"s";       // what a value may begin with; "s" stands for SCALAR

    /** The object that the text is, or null when it is anything else. */
    static JsonObject parseObject(String text) {
        try {
            Object value = Jsoner.deserialize(strict(text));
            return value instanceof JsonObject ? (JsonObject) value : null;
        } catch (DeserializationException e) {
            return null;                               // and not logged, as the text may hold a secret
        }
    }

    private static String strict(String text) throws DeserializationException {
        StringBuilder clean = new StringBuilder(text.length());
        StringBuilder closers = new StringBuilder();   // of the brackets still open
        String expected = VALUE;
        boolean key = false;                           // whether the next string is the key of a member
        Matcher matcher = SCALAR.matcher(text);
        for (int at = 0, end; at < text.length(); at = end) {
            char token = text.charAt(at);
            String part = null;
            matcher.region(at, text.length());
            if (token == '"') {
                end = at + 1;                          // part by part, as one pattern for it all would recurse
                for (matcher.usePattern(STRING_PART); matcher.region(end, text.length()).lookingAt();) end = matcher.end();
                if (end == text.length() || text.charAt(end++) != '"') throw error(end);
            } else if (matcher.usePattern(SPACE_OR_SIGN).lookingAt()) {
                end = matcher.end();
            } else if (matcher.usePattern(SCALAR).lookingAt()) {
                end = matcher.end();
                token = 's';
                if (matcher.group("exponent") != null) part = readableNumber(matcher.group());
            } else {
                throw error(at);
            }
            clean.append(part == null ? text.substring(at, end) : part);
            if (" \t\r\n".indexOf(token) >= 0) continue;
            if (expected.indexOf(token) < 0) throw error(at);

            if (token == '{') closers.append('}');
            if (token == '[') closers.append(']');
            if (token == '}' || token == ']') closers.setLength(closers.length() - 1);
            String closer = closers.length() == 0 ? "" : closers.substring(closers.length() - 1);
            if (token == '{') expected = "\"}";
            else if (token == '[') expected = VALUE + "]";
            else if (token == ',') expected = closer.equals("}") ? "\"" : VALUE;
            else if (token == ':') expected = VALUE;
            else if (token == '"' && key) expected = ":";
            else expected = closer.isEmpty() ? "" : "," + closer;
            key = token == '{' || token == ',' && closer.equals("}");
        }
        if (!expected.isEmpty()) throw error(text.length());
        return clean.toString();
    }

    private static String readableNumber(String text) {
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? "1e999" : Double.toString(number);
    }

    private static DeserializationException error(int at) {
        return new DeserializationException(at, DeserializationException.Problems.UNEXPECTED_TOKEN, "not strict JSON");
    }
}
