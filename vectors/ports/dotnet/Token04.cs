using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// <summary>Makes and reads ZEGO token04, and answers the conformance protocol (JSON lines on stdin and stdout).</summary>
static class Token04
{
    // ---- Constants and errors ----

    const string VersionPrefix = "04";
    const int SecretBytes = 32;                       // AES-256
    const int BlockBytes = 16;                        // and just as long is the tag of GCM
    const int MaxCiphertextBytes = 0xFFFF;            // its length field is a uint16
    const int MaxTokenCharacters = 87422;             // "04" and the base64 of the largest envelope
    const int MaxEffectiveTime = 24 * 24 * 3600;      // 24 days
    const long MaxSafeInteger = (1L << 53) - 1;       // what a double, and so every JSON reader, holds exactly
    const string NoGcm = "Mono has no AES-GCM: its AesGcm throws PlatformNotSupportedException";

    enum Mode { Cbc, Gcm }

    class Token04Exception : Exception
    {
        public readonly string Code, Claim;           // Claim is null unless one claim is at fault
        public Token04Exception(string code, string message, string claim = null) : base(message) { Code = code; Claim = claim; }
    }

    class SkippedException : Exception
    {
        public SkippedException(string why) : base(why) { }
    }

    static void Require(bool holds, string code, string message)
    {
        if (!holds) throw new Token04Exception(code, message);
    }

    static int IvBytes(Mode mode) { return mode == Mode.Cbc ? 16 : 12; }

    static string Option(Mode mode) { return mode == Mode.Cbc ? "cbc" : "gcm"; }

    static Mode ModeOf(JToken option)
    {
        Require(Text(option) == "cbc" || Text(option) == "gcm", "INVALID_OPTION", "mode must be \"cbc\" or \"gcm\"");
        return Text(option) == "cbc" ? Mode.Cbc : Mode.Gcm;
    }

    // Encoding.UTF8 would put U+FFFD for whatever it cannot convert; this one throws.
    static readonly UTF8Encoding Utf8 = new UTF8Encoding(false, true);

    /// <summary>The UTF-8 bytes, or null where there are none: no string, or half of a surrogate pair in it.</summary>
    static byte[] Bytes(JToken value)
    {
        try { return Text(value) == null ? null : Utf8.GetBytes(Text(value)); }
        catch (EncoderFallbackException) { return null; }
    }

    static bool HasBytes(JToken value, int min, int max)
    {
        byte[] bytes = Bytes(value);
        return bytes != null && bytes.Length >= min && bytes.Length <= max;
    }

    /// <summary>The value of a JSON string, or null for anything else; a cast would also turn numbers into strings.</summary>
    static string Text(JToken value)
    {
        return value != null && value.Type == JTokenType.String ? (string)value : null;
    }

    /// <summary>The value of a JSON number as a double, or NaN for anything else.</summary>
    static double Number(JToken value)
    {
        bool isNumber = value != null && (value.Type == JTokenType.Integer || value.Type == JTokenType.Float);
        return isNumber ? (double)value : double.NaN;
    }

    /// <summary>An integral JSON number in min..max (1.0 and 1e0 are 1), or null for anything else.</summary>
    static long? Integer(JToken value, long min, long max)
    {
        double number = Number(value);                // exact for whatever may pass, as min and max are within 2^53
        return number >= min && number <= max && number == Math.Floor(number) ? (long)number : (long?)null;
    }

    static byte[] SecretKey(JObject input)
    {
        Require(HasBytes(input["serverSecret"], SecretBytes, SecretBytes), "INVALID_SERVER_SECRET", "serverSecret must be 32 bytes");
        return Bytes(input["serverSecret"]);
    }

    // ---- Payload validation ----

    /// <summary>The payload's object, or null for the basic token's empty payload.</summary>
    static JObject CheckPayload(JToken payload)
    {
        if (Text(payload) == "") return null;
        JObject rights = Bytes(payload) == null ? null : StrictJson.ParseObject(Text(payload));
        RequirePayload(rights != null, "must be \"\" or the JSON text of an object");
        string[] keys = { "room_id", "privilege", "stream_id_list" };
        RequirePayload(rights.Properties().All(p => keys.Contains(p.Name)), "has an unknown key");
        RequirePayload(HasBytes(rights["room_id"], 1, 128), "needs a room_id of 1 to 128 bytes");

        var privilege = rights["privilege"] as JObject;
        RequirePayload(privilege != null && privilege.HasValues, "needs a privilege object that is not empty");
        foreach (JProperty right in privilege.Properties())
        {
            RequirePayload(right.Name == "1" || right.Name == "2", "has a privilege other than \"1\" (login) and \"2\" (publish)");
            RequirePayload(Integer(right.Value, 0, 1) != null, "has a privilege that is not 0 or 1");
        }

        JToken streams = rights["stream_id_list"] ?? new JArray();
        RequirePayload(streams.Type == JTokenType.Null || streams is JArray, "has a stream_id_list that is no array");
        foreach (JToken streamId in streams)
        {
            // Code points: the second half of a surrogate pair does not count.
            string text = Text(streamId) ?? "";
            int characters = text.Where((c, i) => i == 0 || !char.IsSurrogatePair(text[i - 1], c)).Count();
            RequirePayload(characters >= 1 && characters <= 256, "has a stream id that is no string of 1 to 256 characters");
        }
        return rights;
    }

    static void RequirePayload(bool holds, string fault) { Require(holds, "INVALID_PAYLOAD", "the payload " + fault); }

    // ---- Claims JSON ----

    class Claims
    {
        // Json.NET writes the fields in the order of their declaration.
        public long app_id;
        public string user_id;
        public string payload;
        public long ctime, expire, nonce;
    }

    static Claims CheckClaims(JObject json)
    {
        // The order of an initializer is the order of the checks.
        return new Claims
        {
            app_id = IntegerClaim(json, "app_id", 0, uint.MaxValue),
            user_id = StringClaim(json, "user_id"),
            nonce = IntegerClaim(json, "nonce", int.MinValue, int.MaxValue),
            ctime = IntegerClaim(json, "ctime", -MaxSafeInteger, MaxSafeInteger),
            expire = IntegerClaim(json, "expire", -MaxSafeInteger, MaxSafeInteger),
            payload = (json["payload"] ?? JValue.CreateNull()).Type == JTokenType.Null ? "" : StringClaim(json, "payload"),
        };
    }

    static long IntegerClaim(JObject json, string claim, long min, long max)
    {
        long? number = Integer(json[claim], min, max);
        if (number == null) throw new Token04Exception("INVALID_CLAIMS", claim + " must be an integer in its range", claim);
        return number.Value;
    }

    static string StringClaim(JObject json, string claim)
    {
        string text = Text(json[claim]);
        if (text == null) throw new Token04Exception("INVALID_CLAIMS", claim + " must be a string", claim);
        return text;
    }

    // ---- Envelope ----

    class Envelope
    {
        public long Expire;
        public byte[] Iv, Ciphertext;
        public Mode Mode;

        public string Encode()
        {
            byte[] modeByte = Mode == Mode.Gcm ? new byte[] { 1 } : new byte[0];
            byte[][] parts = { BigEndian(Expire, 8), BigEndian(Iv.Length, 2), Iv, BigEndian(Ciphertext.Length, 2), Ciphertext, modeByte };
            return VersionPrefix + Convert.ToBase64String(parts.SelectMany(part => part).ToArray());
        }

        public static Envelope Decode(string token)
        {
            token = token ?? "";
            // Ordinal, as a comparison in some culture skips NUL and the like.
            bool isToken04 = token.StartsWith(VersionPrefix, StringComparison.Ordinal);
            Require(isToken04 || !Regex.IsMatch(token, @"\A[0-9]{2}"), "UNSUPPORTED_VERSION", "not a token04 but of another version");
            RequireForm(isToken04, "it does not start with 04");
            RequireForm(token.Length <= MaxTokenCharacters, "it is too long");
            byte[] bytes = DecodeBase64(token.Substring(VersionPrefix.Length));
            int at = 0;
            var envelope = new Envelope
            {
                Expire = (long)Take(bytes, ref at, 8).Aggregate(0UL, (number, b) => number << 8 | b),
                Iv = TakeField(bytes, ref at),
                Ciphertext = TakeField(bytes, ref at),
            };
            RequireForm(bytes.Length - at <= 1, "there is something behind its end");
            int modeByte = at < bytes.Length ? bytes[at] : 0;
            RequireForm(modeByte <= 1, "its mode is unknown");
            envelope.Mode = modeByte == 0 ? Mode.Cbc : Mode.Gcm;
            RequireForm(envelope.Iv.Length == IvBytes(envelope.Mode), "its IV has the wrong length");
            int length = envelope.Ciphertext.Length;
            bool wholeBlocks = envelope.Mode == Mode.Gcm || length % BlockBytes == 0;
            RequireForm(length >= BlockBytes && wholeBlocks, "its ciphertext has an impossible length");
            RequireForm(envelope.Expire >= -MaxSafeInteger && envelope.Expire <= MaxSafeInteger, "its expire is out of range");
            return envelope;
        }

        /// <summary>.NET forgives white space and stray trailing bits; only the canonical form survives re-encoding.</summary>
        static byte[] DecodeBase64(string text)
        {
            byte[] bytes = new byte[0];
            try { bytes = Convert.FromBase64String(text); }
            catch (FormatException) { /* refused in the next line */ }
            RequireForm(Convert.ToBase64String(bytes) == text, "it is not canonical base64");
            return bytes;
        }

        static byte[] BigEndian(long number, int size)
        {
            return BitConverter.GetBytes(IPAddress.HostToNetworkOrder(number)).Skip(8 - size).ToArray();
        }

        static byte[] TakeField(byte[] bytes, ref int at)
        {
            byte[] length = Take(bytes, ref at, 2);
            return Take(bytes, ref at, length[0] << 8 | length[1]);
        }

        static byte[] Take(byte[] bytes, ref int at, int count)
        {
            RequireForm(bytes.Length - at >= count, "it is cut short");
            at += count;
            return bytes.Skip(at - count).Take(count).ToArray();
        }

        static void RequireForm(bool holds, string fault) { Require(holds, "MALFORMED_TOKEN", "not a token04: " + fault); }
    }

    // ---- Generate ----

    static string Generate(JObject input)
    {
        long? appId = Integer(input["appId"], 1, uint.MaxValue);
        Require(appId != null, "INVALID_APP_ID", "appId must be an integer in 1..4294967295");
        string userId = Text(input["userId"]);
        bool printable = HasBytes(input["userId"], 1, 64) && userId.All(c => c >= 0x20 && c != 0x7F);
        Require(printable, "INVALID_USER_ID", "userId must be a string of 1 to 64 bytes without control characters");
        byte[] key = SecretKey(input);
        long? effectiveTimeInSeconds = Integer(input["effectiveTimeInSeconds"], 1, MaxEffectiveTime);
        Require(effectiveTimeInSeconds != null, "INVALID_EFFECTIVE_TIME", "effectiveTimeInSeconds must be an integer in 1..2073600");
        Mode mode = ModeOf(input["mode"] ?? "gcm");
        JToken payload = input["payload"] ?? "";
        CheckPayload(payload);

        long ctime = Now();
        var claims = new Claims
        {
            app_id = appId.Value,
            user_id = userId,
            nonce = BitConverter.ToInt32(RandomBytes(4), 0) & int.MaxValue,
            ctime = ctime,
            expire = ctime + effectiveTimeInSeconds.Value,
            payload = Text(payload),
        };
        return Seal(claims, key, RandomBytes(IvBytes(mode)), mode);
    }

    /// <summary>A token of given claims and IV, for tests only: no two texts may ever share an IV under one secret.</summary>
    static string GenerateFixed(JObject input)
    {
        byte[] key = SecretKey(input);
        Mode mode = ModeOf(input["mode"] ?? "gcm");
        string hex = Text(input["iv"]) ?? "";
        bool isIv = hex.Length == 2 * IvBytes(mode) && Regex.IsMatch(hex, @"\A[0-9A-Fa-f]*\z");
        Require(isIv, "INVALID_OPTION", "iv must be hex of the mode's IV length");
        byte[] iv = Enumerable.Range(0, IvBytes(mode)).Select(i => Convert.ToByte(hex.Substring(2 * i, 2), 16)).ToArray();
        JObject given = input["claims"] as JObject ?? new JObject();
        var claims = new Claims
        {
            app_id = IntegerClaim(given, "app_id", -MaxSafeInteger, MaxSafeInteger),
            user_id = StringClaim(given, "user_id"),
            nonce = IntegerClaim(given, "nonce", -MaxSafeInteger, MaxSafeInteger),
            ctime = IntegerClaim(given, "ctime", -MaxSafeInteger, MaxSafeInteger),
            expire = IntegerClaim(given, "expire", -MaxSafeInteger, MaxSafeInteger),
            payload = Text(given["payload"]),           // null is written as null, as some writers do
        };
        return Seal(claims, key, iv, mode);
    }

    static string Seal(Claims claims, byte[] key, byte[] iv, Mode mode)
    {
        byte[] plaintext = Bytes(JsonConvert.SerializeObject(claims));
        Require(plaintext != null, "INVALID_CLAIMS", "half a surrogate pair has no UTF-8 form");
        int length = mode == Mode.Cbc ? plaintext.Length / BlockBytes * BlockBytes + BlockBytes : plaintext.Length + BlockBytes;
        Require(length <= MaxCiphertextBytes, "TOKEN_TOO_LARGE", "the ciphertext is longer than 65535 bytes");
        byte[] ciphertext = Crypt(mode, key, iv, aes => aes.CreateEncryptor(), plaintext);
        return new Envelope { Expire = claims.expire, Iv = iv, Ciphertext = ciphertext, Mode = mode }.Encode();
    }

    static byte[] Crypt(Mode mode, byte[] key, byte[] iv, Func<Aes, ICryptoTransform> direction, byte[] data)
    {
        if (mode == Mode.Gcm) throw new SkippedException(NoGcm);
        using (Aes aes = Aes.Create())
        {
            aes.Mode = CipherMode.CBC;
            aes.Padding = PaddingMode.PKCS7;
            aes.Key = key;
            aes.IV = iv;
            using (ICryptoTransform transform = direction(aes)) return transform.TransformFinalBlock(data, 0, data.Length);
        }
    }

    static byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        using (RandomNumberGenerator random = RandomNumberGenerator.Create()) random.GetBytes(bytes);
        return bytes;
    }

    /// <summary>Whole seconds, rounded down: Convert.ToInt64(TotalSeconds) rounds, which dates half of all tokens ahead.</summary>
    static long Now() { return DateTimeOffset.UtcNow.ToUnixTimeSeconds(); }

    // ---- Read ----

    static Claims Read(JObject input)
    {
        byte[] key = SecretKey(input);
        Envelope envelope = Envelope.Decode(Text(input["token"]));
        JToken modes = input["modes"] ?? new JArray("cbc", "gcm");
        Require(modes is JArray, "INVALID_OPTION", "modes must be an array");
        Require(modes.Any(mode => Text(mode) == Option(envelope.Mode)), "MODE_NOT_ALLOWED", "the token's mode is not allowed");
        Claims claims = CheckClaims(Open(envelope, key));

        Require(envelope.Expire == claims.expire, "EXPIRE_MISMATCH", "the expire in clear differs from the sealed one");
        double now = Number(input["now"] ?? Now()), tolerance = Number(input["clockToleranceInSeconds"] ?? 0);
        Require(!double.IsNaN(now + tolerance), "INVALID_OPTION", "now and clockToleranceInSeconds must be numbers");
        Require(now < claims.expire + tolerance, "EXPIRED", "the token has expired");
        Require(claims.ctime <= now + tolerance, "NOT_YET_VALID", "the token is from the future");
        bool sameApp = input["appId"] == null || Integer(input["appId"], 0, uint.MaxValue) == claims.app_id;
        Require(sameApp, "APP_ID_MISMATCH", "the token is for another app");
        bool sameUser = input["userId"] == null || Text(input["userId"]) == claims.user_id;
        Require(sameUser, "USER_ID_MISMATCH", "the token is for another user");
        JObject payload = CheckPayload(claims.payload);
        bool sameRoom = input["roomId"] == null || payload != null && Text(payload["room_id"]) == Text(input["roomId"]);
        Require(sameRoom, "ROOM_ID_MISMATCH", "the token is not for this room");
        return claims;
    }

    /// <summary>
    /// CBC has no tag: a wrong secret shows in the padding or, once in some 256 times, only in the text. Telling the two apart
    /// would help an attacker, so a bad text is refused just as a bad padding is.
    /// </summary>
    static JObject Open(Envelope envelope, byte[] key)
    {
        JObject json = null;
        try
        {
            byte[] plaintext = Crypt(envelope.Mode, key, envelope.Iv, aes => aes.CreateDecryptor(), envelope.Ciphertext);
            string text = Utf8.GetString(plaintext);
            bool hasBom = text.StartsWith("\uFEFF", StringComparison.Ordinal);
            json = StrictJson.ParseObject(hasBom ? text.Substring(1) : text);
        }
        catch (CryptographicException) { /* refused in the next line */ }
        catch (DecoderFallbackException) { /* refused in the next line */ }
        Require(json != null, "DECRYPTION_FAILED", "wrong serverSecret, or the token was damaged");
        return json;
    }

    // ---- The protocol loop ----

    static readonly object Hello = new
    {
        version = 1,
        implementation = new { name = "zego-token04 port (.NET)", language = "C#", version = "1.0.0" },
        flavour = "dotnet",
        capabilities = new[] { "generate", "generate-fixed", "read" },
        modes = new[] { "cbc" },
    };

    // In ASCII: half a surrogate pair, which a user id may hold, has no UTF-8 form but does have an escape.
    static readonly JsonSerializerSettings Ascii =
        new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii };

    static void Main()
    {
        var requests = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        var answers = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        for (string line; (line = requests.ReadLine()) != null;)
        {
            JObject request = StrictJson.ParseObject(line) ?? new JObject();
            if (Text(request["cmd"]) == "stop") return;
            object answer = Text(request["cmd"]) == "start" ? Hello : Answer(request);
            answers.WriteLine(JsonConvert.SerializeObject(answer, Ascii));
        }
    }

    static Dictionary<string, object> Answer(JObject request)
    {
        var answer = new Dictionary<string, object> { { "seq", Integer(request["seq"], -MaxSafeInteger, MaxSafeInteger) } };
        JObject testCase = request["case"] as JObject ?? new JObject();
        JObject input = testCase["input"] as JObject ?? new JObject();
        try
        {
            Require(Text(request["cmd"]) == "run", "INTERNAL", "a line must be an object whose cmd is start, run or stop");
            switch (Text(testCase["op"]))
            {
                case "generate": answer["token"] = Generate(input); break;
                case "generate-fixed": answer["token"] = GenerateFixed(input); break;
                case "read": answer["claims"] = Read(input); break;
                default: answer["skipped"] = "unknown op"; break;
            }
        }
        catch (SkippedException e) { answer["skipped"] = e.Message; }
        catch (Token04Exception e)
        {
            var error = new Dictionary<string, string> { { "code", e.Code }, { "message", e.Message } };
            if (e.Claim != null) error["claim"] = e.Claim;
            answer["error"] = error;
        }
        catch (Exception e) { answer["error"] = new { code = "INTERNAL", message = e.ToString() }; }
        return answer;
    }
}
