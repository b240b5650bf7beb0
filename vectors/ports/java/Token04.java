import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.json.simple.JsonArray;
import org.json.simple.JsonObject;

/** Makes and reads ZEGO token04, and answers the conformance protocol (JSON lines on stdin and stdout). */
public final class Token04 {

    // ---- Constants and errors ----

    static final String VERSION_PREFIX = "04";
    static final int BLOCK_BYTES = 16;                     // and just as long is the tag of GCM
    static final int MAX_CIPHERTEXT_BYTES = 0xFFFF;        // its length field is a uint16
    static final int MAX_TOKEN_CHARACTERS = 87422;         // "04" and the base64 of the largest envelope
    static final int MAX_EFFECTIVE_TIME = 24 * 24 * 3600;  // 24 days
    static final long MAX_UINT32 = 0xFFFFFFFFL;
    static final long MAX_SAFE_INTEGER = (1L << 53) - 1;   // what a double, and so every JSON reader, holds exactly
    static final SecureRandom RANDOM = new SecureRandom();

    enum Mode {
        CBC("cbc", "AES/CBC/PKCS5Padding", 16),            // "PKCS5" is the JDK's name for PKCS#7
        GCM("gcm", "AES/GCM/NoPadding", 12);               // the JDK appends the tag to the ciphertext, as token04 does

        final String option;
        final String transformation;
        final int ivBytes;

        Mode(String option, String transformation, int ivBytes) {
            this.option = option;
            this.transformation = transformation;
            this.ivBytes = ivBytes;
        }

        static Mode of(Object option) throws Token04Exception {
            for (Mode mode : values()) if (mode.option.equals(option)) return mode;
            throw new Token04Exception("INVALID_OPTION", "mode must be \"cbc\" or \"gcm\"", null);
        }

        byte[] crypt(int direction, byte[] key, byte[] iv, byte[] data) throws GeneralSecurityException {
            AlgorithmParameterSpec spec = this == CBC ? new IvParameterSpec(iv) : new GCMParameterSpec(BLOCK_BYTES * 8, iv);
            Cipher cipher = Cipher.getInstance(transformation);
            cipher.init(direction, new SecretKeySpec(key, "AES"), spec);
            return cipher.doFinal(data);
        }
    }

    static final class Token04Exception extends Exception {
        final String code;
        final String claim;                                // null unless one claim is at fault

        Token04Exception(String code, String message, String claim) {
            super(message);
            this.code = code;
            this.claim = claim;
        }
    }

    static void require(boolean holds, String code, String message) throws Token04Exception {
        if (!holds) throw new Token04Exception(code, message, null);
    }

    /** The UTF-8 bytes of a string, or null where there are none; getBytes would put "?" for half of a surrogate pair. */
    static byte[] utf8(Object value) {
        try {
            if (!(value instanceof String)) return null;
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap((String) value));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    static boolean hasBytes(Object value, int min, int max) {
        byte[] bytes = utf8(value);
        return bytes != null && bytes.length >= min && bytes.length <= max;
    }

    static byte[] secretKey(JsonObject input) throws Token04Exception {
        byte[] key = utf8(input.get("serverSecret"));
        require(key != null && key.length == 32, "INVALID_SERVER_SECRET", "serverSecret must be a string of 32 bytes");
        return key;
    }

    /** An integral JSON number in min..max (1.0 and 1e0 are 1), or null for anything else. */
    static Long integer(Object value, long min, long max) {
        if (!(value instanceof Number)) return null;
        double number = ((Number) value).doubleValue();    // exact for whatever may pass, as min and max are within 2^53
        return number >= min && number <= max && number == Math.rint(number) ? (long) number : null;
    }

    // ---- Payload validation ----

    /** The payload's object, or null for the basic token's empty payload. */
    static JsonObject checkPayload(Object payload) throws Token04Exception {
        if ("".equals(payload)) return null;
        JsonObject object = utf8(payload) == null ? null : StrictJson.parseObject((String) payload);
        requirePayload(object != null, "must be \"\" or the JSON text of an object");
        List<String> keys = Arrays.asList("room_id", "privilege", "stream_id_list");
        requirePayload(keys.containsAll(object.keySet()), "has an unknown key");
        requirePayload(hasBytes(object.get("room_id"), 1, 128), "needs a room_id of 1 to 128 bytes");

        requirePayload(object.get("privilege") instanceof JsonObject, "needs an object privilege");
        JsonObject privilege = (JsonObject) object.get("privilege");
        boolean knownKeys = !privilege.isEmpty() && Arrays.asList("1", "2").containsAll(privilege.keySet());
        requirePayload(knownKeys, "may give the privileges \"1\" (login) and \"2\" (publish), at least one of them");
        for (Object allowed : privilege.values()) requirePayload(integer(allowed, 0, 1) != null, "has a privilege other than 0 or 1");

        Object streams = object.get("stream_id_list");
        requirePayload(streams == null || streams instanceof JsonArray, "has a stream_id_list that is no array");
        if (streams != null) for (Object streamId : (JsonArray) streams) {
            String text = streamId instanceof String ? (String) streamId : "";
            int characters = text.codePointCount(0, text.length());
            requirePayload(characters >= 1 && characters <= 256, "has a stream id that is no string of 1 to 256 characters");
        }
        return object;
    }

    private static void requirePayload(boolean holds, String fault) throws Token04Exception {
        require(holds, "INVALID_PAYLOAD", "the payload " + fault);
    }

    // ---- Claims JSON ----

    static final List<String> CLAIMS = Arrays.asList("app_id", "user_id", "nonce", "ctime", "expire", "payload");

    /** JsonObject is a HashMap. Its order depends on that of the puts too, as user_id and payload, app_id and nonce share a slot. */
    static JsonObject claims(Object... values) {
        JsonObject claims = new JsonObject();
        for (int i = 0; i < values.length; i++) claims.put(CLAIMS.get(i), values[i]);
        return claims;
    }

    static JsonObject checkClaims(JsonObject json) throws Token04Exception {
        long appId = integerClaim(json, "app_id", 0, MAX_UINT32);
        String userId = stringClaim(json, "user_id");
        long nonce = integerClaim(json, "nonce", Integer.MIN_VALUE, Integer.MAX_VALUE);
        long ctime = integerClaim(json, "ctime", -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER);
        long expire = integerClaim(json, "expire", -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER);
        return claims(appId, userId, nonce, ctime, expire, json.get("payload") == null ? "" : stringClaim(json, "payload"));
    }

    private static long integerClaim(JsonObject json, String claim, long min, long max) throws Token04Exception {
        Long number = integer(json.get(claim), min, max);
        if (number == null) throw new Token04Exception("INVALID_CLAIMS", claim + " must be an integer in its range", claim);
        return number;
    }

    private static String stringClaim(JsonObject json, String claim) throws Token04Exception {
        if (json.get(claim) instanceof String) return (String) json.get(claim);
        throw new Token04Exception("INVALID_CLAIMS", claim + " must be a string", claim);
    }

    // ---- Envelope ----

    static final class Envelope {
        final long expire;
        final byte[] iv;
        final byte[] ciphertext;
        final Mode mode;

        Envelope(long expire, byte[] iv, byte[] ciphertext, Mode mode) {
            this.expire = expire;
            this.iv = iv;
            this.ciphertext = ciphertext;
            this.mode = mode;
        }

        String encode() {
            byte[] modeByte = mode == Mode.GCM ? new byte[] {1} : new byte[0];
            ByteBuffer bytes = ByteBuffer.allocate(8 + 2 + iv.length + 2 + ciphertext.length + modeByte.length);
            bytes.putLong(expire).putShort((short) iv.length).put(iv);
            bytes.putShort((short) ciphertext.length).put(ciphertext).put(modeByte);
            return VERSION_PREFIX + Base64.getEncoder().encodeToString(bytes.array());
        }

        static Envelope decode(Object value) throws Token04Exception {
            String token = value instanceof String ? (String) value : "";
            boolean otherVersion = !token.startsWith(VERSION_PREFIX) && token.matches("(?s)[0-9]{2}.*");
            require(!otherVersion, "UNSUPPORTED_VERSION", "not a token04 but of another version");
            requireForm(token.startsWith(VERSION_PREFIX), "it does not start with 04");
            requireForm(token.length() <= MAX_TOKEN_CHARACTERS, "it is too long");
            ByteBuffer bytes = ByteBuffer.wrap(decodeBase64(token.substring(VERSION_PREFIX.length())));
            requireForm(bytes.remaining() >= 8, "it is cut short");
            long expire = bytes.getLong();
            byte[] iv = field(bytes);
            byte[] ciphertext = field(bytes);
            requireForm(bytes.remaining() <= 1, "there is something behind its end");
            int modeByte = bytes.hasRemaining() ? bytes.get() : 0;
            requireForm(modeByte == 0 || modeByte == 1, "its mode is unknown");
            Mode mode = modeByte == 0 ? Mode.CBC : Mode.GCM;
            requireForm(iv.length == mode.ivBytes, "its IV has the wrong length");
            boolean wholeBlocks = mode == Mode.GCM || ciphertext.length % BLOCK_BYTES == 0;
            requireForm(ciphertext.length >= BLOCK_BYTES && wholeBlocks, "its ciphertext has an impossible length");
            requireForm(Math.abs((double) expire) <= MAX_SAFE_INTEGER, "its expire is out of range");
            return new Envelope(expire, iv, ciphertext, mode);
        }

        /** The JDK forgives missing padding and stray trailing bits; only the canonical form survives re-encoding. */
        private static byte[] decodeBase64(String text) throws Token04Exception {
            byte[] bytes = new byte[0];
            try {
                bytes = Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                // refused in the next line
            }
            requireForm(Base64.getEncoder().encodeToString(bytes).equals(text), "it is not canonical base64");
            return bytes;
        }

        private static byte[] field(ByteBuffer bytes) throws Token04Exception {
            int length = bytes.remaining() < 2 ? -1 : Short.toUnsignedInt(bytes.getShort());
            requireForm(length >= 0 && length <= bytes.remaining(), "it is cut short");
            byte[] field = new byte[length];
            bytes.get(field);
            return field;
        }

        private static void requireForm(boolean holds, String fault) throws Token04Exception {
            require(holds, "MALFORMED_TOKEN", "not a token04: " + fault);
        }
    }

    // ---- Generate ----

    static String generate(JsonObject input) throws Token04Exception, GeneralSecurityException {
        Long appId = integer(input.get("appId"), 1, MAX_UINT32);
        require(appId != null, "INVALID_APP_ID", "appId must be an integer in 1..4294967295");
        Object userId = input.get("userId");
        boolean printable = hasBytes(userId, 1, 64) && ((String) userId).chars().noneMatch(c -> c < 0x20 || c == 0x7F);
        require(printable, "INVALID_USER_ID", "userId must be a string of 1 to 64 bytes without control characters");
        byte[] key = secretKey(input);
        Long effectiveTimeInSeconds = integer(input.get("effectiveTimeInSeconds"), 1, MAX_EFFECTIVE_TIME);
        require(effectiveTimeInSeconds != null, "INVALID_EFFECTIVE_TIME", "effectiveTimeInSeconds must be 1..2073600");
        Mode mode = Mode.of(input.getOrDefault("mode", "gcm"));
        Object payload = input.getOrDefault("payload", "");
        checkPayload(payload);

        int nonce = RANDOM.nextInt() & Integer.MAX_VALUE;  // 0..2^31-1
        long ctime = now();
        byte[] iv = new byte[mode.ivBytes];
        RANDOM.nextBytes(iv);
        long expire = ctime + effectiveTimeInSeconds;
        return seal(claims(appId, userId, nonce, ctime, expire, payload), expire, key, iv, mode);
    }

    /** A token of given claims and IV, for tests only: no two texts may ever share an IV under one secret. */
    static String generateFixed(JsonObject input) throws Token04Exception, GeneralSecurityException {
        byte[] key = secretKey(input);
        Mode mode = Mode.of(input.getOrDefault("mode", "gcm"));
        String hex = String.valueOf(input.get("iv"));
        require(hex.matches("[0-9A-Fa-f]{" + 2 * mode.ivBytes + "}"), "INVALID_OPTION", "iv must be hex of the mode's IV length");
        byte[] iv = new byte[mode.ivBytes];
        for (int i = 0; i < iv.length; i++) iv[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        JsonObject given = object(input, "claims");
        JsonObject claims = claims(CLAIMS.stream().map(given::get).toArray());
        return seal(claims, integerClaim(claims, "expire", -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER), key, iv, mode);
    }

    private static String seal(JsonObject claims, long expire, byte[] key, byte[] iv, Mode mode)
            throws Token04Exception, GeneralSecurityException {
        byte[] plaintext = utf8(claims.toJson());
        require(plaintext != null, "INVALID_CLAIMS", "half a surrogate pair has no UTF-8 form");
        byte[] ciphertext = mode.crypt(Cipher.ENCRYPT_MODE, key, iv, plaintext);
        require(ciphertext.length <= MAX_CIPHERTEXT_BYTES, "TOKEN_TOO_LARGE", "the ciphertext is longer than 65535 bytes");
        return new Envelope(expire, iv, ciphertext, mode).encode();
    }

    private static long now() {
        return Math.floorDiv(System.currentTimeMillis(), 1000L);   // rounding would date half of all tokens ahead
    }

    // ---- Read ----

    static JsonObject read(JsonObject input) throws Token04Exception {
        byte[] key = secretKey(input);
        Envelope envelope = Envelope.decode(input.get("token"));
        Object modes = input.getOrDefault("modes", new JsonArray(Arrays.asList("cbc", "gcm")));
        require(modes instanceof JsonArray, "INVALID_OPTION", "modes must be an array");
        require(((JsonArray) modes).contains(envelope.mode.option), "MODE_NOT_ALLOWED", "the token's mode is not allowed");
        JsonObject claims = checkClaims(open(envelope, key));

        long expire = (Long) claims.get("expire");
        require(envelope.expire == expire, "EXPIRE_MISMATCH", "the expire in clear differs from the sealed one");
        double now = seconds(input, "now", now());
        double tolerance = seconds(input, "clockToleranceInSeconds", 0);
        require(now < expire + tolerance, "EXPIRED", "the token has expired");
        require((Long) claims.get("ctime") <= now + tolerance, "NOT_YET_VALID", "the token is from the future");
        Object appId = integer(input.get("appId"), 0, MAX_UINT32);
        boolean sameApp = !input.containsKey("appId") || claims.get("app_id").equals(appId);
        require(sameApp, "APP_ID_MISMATCH", "the token is for another app");
        boolean sameUser = !input.containsKey("userId") || claims.get("user_id").equals(input.get("userId"));
        require(sameUser, "USER_ID_MISMATCH", "the token is for another user");
        JsonObject payload = checkPayload(claims.get("payload"));
        Object roomId = payload == null ? null : payload.get("room_id");
        boolean sameRoom = !input.containsKey("roomId") || roomId != null && roomId.equals(input.get("roomId"));
        require(sameRoom, "ROOM_ID_MISMATCH", "the token is not for this room");
        return claims;
    }

    /**
     * CBC has no tag: a wrong secret shows in the padding or, once in some 256 times, only in the text. Telling the two
     * apart would help an attacker. With GCM the tag has vouched for the text, so what is wrong with it is the writer's fault.
     */
    private static JsonObject open(Envelope envelope, byte[] key) throws Token04Exception {
        byte[] plaintext = null;
        JsonObject json = null;
        try {
            plaintext = envelope.mode.crypt(Cipher.DECRYPT_MODE, key, envelope.iv, envelope.ciphertext);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plaintext)).toString();
            json = StrictJson.parseObject(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (GeneralSecurityException | CharacterCodingException e) {
            // refused in the next lines
        }
        boolean genuine = plaintext != null && envelope.mode == Mode.GCM;
        require(json != null || genuine, "DECRYPTION_FAILED", "wrong serverSecret, or the token was damaged");
        require(json != null, "INVALID_CLAIMS", "not a JSON object");
        return json;
    }

    private static double seconds(JsonObject input, String option, double missing) throws Token04Exception {
        Object value = input.getOrDefault(option, missing);
        require(value instanceof Number, "INVALID_OPTION", option + " must be a number");
        return ((Number) value).doubleValue();
    }

    // ---- The protocol loop ----

    private static final String HELLO = "{\"version\":1,\"implementation\":"
        + "{\"name\":\"zego-token04 port (Java)\",\"language\":\"Java\",\"version\":\"1.0.0\"},\"flavour\":\"java\","
        + "\"capabilities\":[\"generate\",\"generate-fixed\",\"read\"],\"modes\":[\"cbc\",\"gcm\"]}";

    public static void main(String[] arguments) throws IOException {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = requests.readLine()) != null;) {
            JsonObject request = StrictJson.parseObject(line);
            if (request == null) request = new JsonObject();   // answered as a line without cmd
            if ("stop".equals(request.get("cmd"))) return;
            System.out.println("start".equals(request.get("cmd")) ? HELLO : ascii(answer(request).toJson()));
            System.out.flush();
        }
    }

    private static JsonObject answer(JsonObject request) {
        JsonObject answer = new JsonObject();
        answer.put("seq", integer(request.get("seq"), -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER));
        JsonObject testCase = object(request, "case");
        JsonObject input = object(testCase, "input");
        try {
            require("run".equals(request.get("cmd")), "INTERNAL", "a line must be an object whose cmd is start, run or stop");
            Object op = testCase.get("op");
            if ("generate".equals(op)) answer.put("token", generate(input));
            else if ("generate-fixed".equals(op)) answer.put("token", generateFixed(input));
            else if ("read".equals(op)) answer.put("claims", read(input));
            else answer.put("skipped", "unknown op");
        } catch (Token04Exception e) {
            answer.put("error", error(e.code, e.getMessage(), e.claim));
        } catch (GeneralSecurityException | RuntimeException e) {
            answer.put("error", error("INTERNAL", e.toString(), null));
        }
        return answer;
    }

    private static JsonObject error(String code, String message, String claim) {
        JsonObject error = new JsonObject();
        error.put("code", code);
        error.put("message", message);
        if (claim != null) error.put("claim", claim);
        return error;
    }

    private static JsonObject object(JsonObject parent, String key) {
        return parent.get(key) instanceof JsonObject ? (JsonObject) parent.get(key) : new JsonObject();
    }

    /** JSON in ASCII: half a surrogate pair, which a user id may hold, has no UTF-8 form but does have an escape. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder();
        for (char c : json.toCharArray()) ascii.append(c < 0x7F ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        return ascii.toString();
    }
}
