// Token04 in C++17: makes and reads the tokens that ZEGO's servers check, and serves both as JSON lines
// on stdin and stdout. Built on RapidJSON and OpenSSL. The format is described in ../../SPEC.md.
#include "strict_json.hpp"

#include <rapidjson/writer.h>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

using rapidjson::Document;
using rapidjson::Value;

// ---- Constants and errors ----

const std::string kVersion = "04", kCbc = "cbc", kGcm = "gcm";
constexpr int64_t kMaxAppId = 4294967295;
constexpr int64_t kMaxEffectiveTime = 2073600;          // seconds: 24 days
constexpr int64_t kMaxSafeInteger = (1LL << 53) - 1;    // what every JSON library can hold in a number
constexpr size_t kMaxTokenLength = 87422;               // "04" and the base64 of the largest envelope
constexpr size_t kMaxCiphertext = 65535;                // its length is a uint16
constexpr size_t kBlock = 16;                           // the AES block, and as long the GCM tag
const std::string kWrongType = "\xff";                  // not UTF-8: every check refuses it, no JSON string equals it

struct TokenError : std::runtime_error {
    TokenError(std::string code, const std::string& message, std::string claim = "")
        : std::runtime_error(message), code(std::move(code)), claim(std::move(claim)) {}
    std::string code, claim;
};

// CBC has no tag, so a wrong key shows as bad padding or as a plaintext that is no JSON object.
// One error for all of them does not tell an attacker which it was.
TokenError decryptionFailed() {
    return {"DECRYPTION_FAILED", "the token cannot be decrypted with this serverSecret"};
}

void refuseIf(bool wrong, const char* code, const char* message) {
    if (wrong) throw TokenError(code, message);
}

size_t ivLength(const std::string& mode) { return mode == kCbc ? 16 : mode == kGcm ? 12 : 0; }

// ---- JSON values ----

// A value of a wrong type is left to the check of that field, to keep the order of the checks.
std::string text(const Value& in, const char* key, const std::string& missing) {
    const Value* value = find(in, key);
    return value ? asString(value).value_or(kWrongType) : missing;
}

// Throws where a case makes no sense, as RapidJSON does (see RAPIDJSON_ASSERT): run turns that into INTERNAL.
const Value& required(const Value& in, const char* key) {
    const Value* value = find(in, key);
    if (!value) throw std::logic_error(std::string(key) + " is missing");
    return *value;
}

double number(const Value& in, const char* key, double missing) {
    const Value* value = find(in, key);
    return value ? value->GetDouble() : missing;
}

// ---- Payload ----

// Checks a privilege payload and returns the room that it is for; the empty payload names none.
std::string validatePayload(const std::string& payload) {
    if (payload.empty()) return "";
    const char* code = "INVALID_PAYLOAD";
    Document fields;
    refuseIf(!parseJson(payload, fields) || !fields.IsObject(), code, "payload must be empty or a JSON object");
    for (auto& member : fields.GetObject()) {
        bool known = member.name == "room_id" || member.name == "privilege" || member.name == "stream_id_list";
        refuseIf(!known, code, "payload may hold only room_id, privilege and stream_id_list");
    }
    std::string roomId = asString(find(fields, "room_id")).value_or("");
    refuseIf(roomId.empty() || roomId.size() > 128, code, "room_id must be a string of 1 to 128 bytes");
    const Value* privilege = find(fields, "privilege");
    refuseIf(!privilege || !privilege->IsObject() || privilege->ObjectEmpty(), code,
             "privilege must hold 1, 2 or both");
    for (auto& member : privilege->GetObject()) {
        std::string key = *asString(&member.name);
        bool valid = (key == "1" || key == "2") && asInteger(find(*privilege, key), 0, 1);
        refuseIf(!valid, code, "privilege may hold only the keys 1 and 2, each 0 or 1");
    }
    const Value* streams = find(fields, "stream_id_list");
    if (streams && !streams->IsNull()) {
        refuseIf(!streams->IsArray(), code, "stream_id_list must be null or an array");
        for (auto& item : streams->GetArray()) {
            size_t length = codePoints(asString(&item).value_or(""));
            refuseIf(length < 1 || length > 256, code, "each stream ID must be a string of 1 to 256 characters");
        }
    }
    return roomId;
}

// ---- Claims ----

struct Claims {
    int64_t appId, nonce, ctime, expire;
    std::string userId, payload;
};

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void write(JsonWriter& json, const Claims& claims) {
    json.StartObject();
    json.Key("app_id"), json.Int64(claims.appId);
    json.Key("user_id"), json.String(claims.userId);
    json.Key("nonce"), json.Int64(claims.nonce);
    json.Key("ctime"), json.Int64(claims.ctime);
    json.Key("expire"), json.Int64(claims.expire);
    json.Key("payload"), json.String(claims.payload);
    json.EndObject();
}

Claims decodeClaims(std::string plaintext, const std::string& mode) {
    if (plaintext.compare(0, 3, "\xEF\xBB\xBF") == 0) plaintext.erase(0, 3);  // a byte order mark
    Document fields;
    if (!parseJson(plaintext, fields) || !fields.IsObject()) {
        if (mode == kCbc) throw decryptionFailed();
        throw TokenError("INVALID_CLAIMS", "the plaintext is not a JSON object");
    }
    auto need = [](auto value, const char* claim) {
        if (!value) throw TokenError("INVALID_CLAIMS", std::string(claim) + " is missing or not valid", claim);
        return *value;
    };
    auto integer = [&](const char* claim, int64_t min, int64_t max) {
        return need(asInteger(find(fields, claim), min, max), claim);
    };
    Claims claims;
    claims.appId = integer("app_id", 0, kMaxAppId);
    claims.userId = need(asString(find(fields, "user_id")), "user_id");
    claims.nonce = integer("nonce", INT32_MIN, INT32_MAX);
    claims.ctime = integer("ctime", -kMaxSafeInteger, kMaxSafeInteger);
    claims.expire = integer("expire", -kMaxSafeInteger, kMaxSafeInteger);
    const Value* payload = find(fields, "payload");
    if (payload && !payload->IsNull()) claims.payload = need(asString(payload), "payload");  // null is as good as ""
    return claims;
}

// ---- Envelope ----

struct Envelope {
    int64_t expire;  // in clear, readable without the secret
    std::string iv, ciphertext, mode;  // the ciphertext of GCM has the tag at its end
};

const unsigned char* bytes(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string base64(const std::string& data) {
    std::string text((data.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL adds a NUL
    EVP_EncodeBlock(bytes(text), bytes(data), static_cast<int>(data.size()));
    text.pop_back();
    return text;
}

std::string encodeEnvelope(const Envelope& envelope) {
    std::string data;
    auto bigEndian = [&](uint64_t value, int size) {
        while (size-- > 0) data += static_cast<char>(value >> (8 * size));
    };
    bigEndian(static_cast<uint64_t>(envelope.expire), 8);
    bigEndian(envelope.iv.size(), 2);
    data += envelope.iv;
    bigEndian(envelope.ciphertext.size(), 2);  // seal sees to it that this cannot wrap
    data += envelope.ciphertext;
    if (envelope.mode == kGcm) data += '\1';  // the mode byte, which a CBC token goes without
    return kVersion + base64(data);
}

Envelope decodeEnvelope(const std::string& token) {
    const char* code = "MALFORMED_TOKEN";
    auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (token.compare(0, 2, kVersion) != 0) {
        bool otherVersion = token.size() >= 2 && isDigit(token[0]) && isDigit(token[1]);
        refuseIf(otherVersion, "UNSUPPORTED_VERSION", "only version 04 is supported");
        throw TokenError(code, "a token begins with 04");
    }
    refuseIf(token.size() > kMaxTokenLength, code, "the token is too long");
    std::string text = token.substr(2), data(text.size(), '\0');
    int decoded = EVP_DecodeBlock(bytes(data), bytes(text), static_cast<int>(text.size()));
    size_t padding = text.size() - std::min(text.size(), text.find_last_not_of('=') + 1);
    data.resize(static_cast<size_t>(decoded) < padding || decoded < 0 ? 0 : static_cast<size_t>(decoded) - padding);
    // EVP_DecodeBlock is lenient in several ways. Only the canonical text comes back when encoded again.
    refuseIf(padding > 2 || base64(data) != text, code, "the token is not canonical base64");

    size_t at = 0;
    auto take = [&](uint64_t size) {
        refuseIf(size > data.size() - at, code, "the token is cut short");
        at += size;
        return data.substr(at - size, size);
    };
    auto bigEndian = [&](uint64_t size) {
        uint64_t value = 0;
        for (unsigned char byte : take(size)) value = value << 8 | byte;
        return value;
    };
    Envelope envelope;
    envelope.expire = static_cast<int64_t>(bigEndian(8));
    envelope.iv = take(bigEndian(2));
    envelope.ciphertext = take(bigEndian(2));
    std::string rest = data.substr(at);
    refuseIf(rest.size() > 1 || (rest.size() == 1 && rest[0] != 0 && rest[0] != 1), code, "unknown mode byte");
    envelope.mode = rest == "\1" ? kGcm : kCbc;
    refuseIf(envelope.iv.size() != ivLength(envelope.mode), code, "wrong IV length for the mode");
    size_t size = envelope.ciphertext.size();
    bool partialBlock = envelope.mode == kCbc && size % kBlock != 0;
    refuseIf(size < kBlock || partialBlock, code, "wrong ciphertext length for the mode");
    bool outOfRange = envelope.expire < -kMaxSafeInteger || envelope.expire > kMaxSafeInteger;
    refuseIf(outOfRange, code, "expire is out of range");
    return envelope;
}

// ---- Encryption ----

// The key is the secret's own 32 bytes: bytes, not characters, and never hex-decoded.
void checkSecret(const std::string& serverSecret) {
    refuseIf(serverSecret.size() != 32, "INVALID_SERVER_SECRET", "serverSecret must be a string of 32 bytes");
}

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

CipherContext newCipher(const std::string& serverSecret, const std::string& mode, const std::string& iv, bool encrypt) {
    CipherContext context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const EVP_CIPHER* cipher = mode == kGcm ? EVP_aes_256_gcm() : EVP_aes_256_cbc();  // CBC pads as PKCS#7 by itself
    if (!context || !EVP_CipherInit_ex(context.get(), cipher, nullptr, bytes(serverSecret), bytes(iv), encrypt)) {
        throw std::runtime_error("OpenSSL cannot set up the cipher");
    }
    return context;
}

// Runs all the input through the cipher; false for wrong padding or a wrong tag.
bool transform(EVP_CIPHER_CTX* context, const std::string& in, std::string& out) {
    out.assign(in.size() + kBlock, '\0');
    int done = 0, last = 0;
    bool ok = EVP_CipherUpdate(context, bytes(out), &done, bytes(in), static_cast<int>(in.size())) &&
              EVP_CipherFinal_ex(context, bytes(out) + done, &last);
    out.resize(static_cast<size_t>(done + last));
    return ok;
}

// Encrypts the claims and wraps them up. The secret, the mode and the IV have been checked.
std::string seal(const Claims& claims, const std::string& serverSecret, const std::string& mode,
                 const std::string& iv) {
    rapidjson::StringBuffer json;
    JsonWriter writer(json);
    write(writer, claims);
    std::string plaintext(json.GetString(), json.GetSize());
    // 16 more bytes in GCM for the tag; in CBC 1 to 16 bytes of padding, up to the next block border.
    size_t size = mode == kGcm ? plaintext.size() + kBlock : (plaintext.size() / kBlock + 1) * kBlock;
    refuseIf(size > kMaxCiphertext, "TOKEN_TOO_LARGE", "the ciphertext is longer than 65535 bytes");
    Envelope envelope{claims.expire, iv, "", mode};
    CipherContext context = newCipher(serverSecret, mode, iv, true);
    std::string tag(mode == kGcm ? kBlock : 0, '\0');
    bool ok = transform(context.get(), plaintext, envelope.ciphertext);
    if (ok && mode == kGcm) ok = EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kBlock, bytes(tag));
    if (!ok) throw std::runtime_error("OpenSSL cannot encrypt");
    envelope.ciphertext += tag;
    return encodeEnvelope(envelope);
}

std::string open(const Envelope& envelope, const std::string& serverSecret) {
    CipherContext context = newCipher(serverSecret, envelope.mode, envelope.iv, false);
    std::string ciphertext = envelope.ciphertext, plaintext;
    if (envelope.mode == kGcm) {
        std::string tag = ciphertext.substr(ciphertext.size() - kBlock);
        ciphertext.resize(ciphertext.size() - kBlock);
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kBlock, bytes(tag));
    }
    if (!transform(context.get(), ciphertext, plaintext)) throw decryptionFailed();
    return plaintext;
}

// ---- Generate ----

int64_t unixSeconds() {  // rounded down: never in the future
    auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(sinceEpoch).count();
}

std::string randomBytes(size_t size) {
    std::string random(size, '\0');
    if (RAND_bytes(bytes(random), static_cast<int>(size)) != 1) throw std::runtime_error("no random bytes");
    return random;
}

// Makes a token for userId that is good for effectiveTimeInSeconds from now.
std::string generateToken04(int64_t appId, const std::string& userId, const std::string& serverSecret,
                            int64_t effectiveTimeInSeconds, const std::string& payload, const std::string& mode) {
    refuseIf(appId < 1 || appId > kMaxAppId, "INVALID_APP_ID", "appId must be a whole number from 1 to 4294967295");
    bool badUserId = userId.empty() || userId.size() > 64 || !isUtf8(userId);
    for (unsigned char byte : userId) badUserId = badUserId || byte < 0x20 || byte == 0x7F;
    refuseIf(badUserId, "INVALID_USER_ID", "userId must be 1 to 64 bytes of UTF-8 without control characters");
    checkSecret(serverSecret);
    bool badTime = effectiveTimeInSeconds < 1 || effectiveTimeInSeconds > kMaxEffectiveTime;
    refuseIf(badTime, "INVALID_EFFECTIVE_TIME", "effectiveTimeInSeconds must be a whole number from 1 to 2073600");
    refuseIf(ivLength(mode) == 0, "INVALID_OPTION", "mode must be cbc or gcm");
    validatePayload(payload);
    int64_t nonce = 0, ctime = unixSeconds();
    for (unsigned char byte : randomBytes(4)) nonce = nonce << 8 | byte;
    Claims claims{appId, nonce >> 1, ctime, ctime + effectiveTimeInSeconds, userId, payload};
    return seal(claims, serverSecret, mode, randomBytes(ivLength(mode)));
}

std::string generate(const Value& in) {
    int64_t appId = asInteger(find(in, "appId"), 1, kMaxAppId).value_or(0);
    int64_t effectiveTime = asInteger(find(in, "effectiveTimeInSeconds"), 1, kMaxEffectiveTime).value_or(0);
    return generateToken04(appId, text(in, "userId", ""), text(in, "serverSecret", ""), effectiveTime,
                           text(in, "payload", ""), text(in, "mode", kGcm));
}

// Seals given claims under a given IV: the same input always makes the same token.
std::string generateFixed(const Value& in) {
    std::string serverSecret = text(in, "serverSecret", ""), mode = text(in, "mode", kGcm);
    std::string hex = text(in, "iv", ""), iv;
    checkSecret(serverSecret);
    bool isHex = hex.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    bool fits = isHex && ivLength(mode) > 0 && hex.size() == 2 * ivLength(mode);
    refuseIf(!fits, "INVALID_OPTION", "mode must be cbc or gcm, iv 16 or 12 bytes in hex");
    for (size_t i = 0; i < hex.size(); i += 2) iv += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    const Value& given = required(in, "claims");
    auto whole = [&](const char* key) { return required(given, key).GetInt64(); };
    auto string = [&](const char* key) { return asString(&required(given, key)).value(); };
    Claims claims{whole("app_id"), whole("nonce"),    whole("ctime"),
                  whole("expire"), string("user_id"), string("payload")};
    return seal(claims, serverSecret, mode, iv);
}

// ---- Read ----

// Decrypts a token and checks all that the secret, a clock and the caller's expectations can tell.
Claims read(const Value& in) {
    std::string serverSecret = text(in, "serverSecret", "");
    checkSecret(serverSecret);
    Envelope envelope = decodeEnvelope(text(in, "token", ""));
    if (const Value* modes = find(in, "modes")) {
        bool allowed = modes->IsArray() && std::any_of(modes->Begin(), modes->End(), [&](const Value& mode) {
            return asString(&mode) == envelope.mode;
        });
        refuseIf(!allowed, "MODE_NOT_ALLOWED", "tokens in this mode are not allowed");
    }
    Claims claims = decodeClaims(open(envelope, serverSecret), envelope.mode);
    double expire = static_cast<double>(claims.expire), ctime = static_cast<double>(claims.ctime);
    double now = number(in, "now", static_cast<double>(unixSeconds()));
    double tolerance = number(in, "clockToleranceInSeconds", 0);
    refuseIf(envelope.expire != claims.expire, "EXPIRE_MISMATCH", "the expire in clear differs from the one inside");
    refuseIf(now >= expire + tolerance, "EXPIRED", "the token has expired");
    refuseIf(ctime > now + tolerance, "NOT_YET_VALID", "the token was created in the future");
    const Value *appId = find(in, "appId"), *userId = find(in, "userId"), *roomId = find(in, "roomId");
    bool otherApp = appId && asInteger(appId, 0, kMaxAppId) != claims.appId;
    refuseIf(otherApp, "APP_ID_MISMATCH", "the token is for another appId");
    refuseIf(userId && asString(userId) != claims.userId, "USER_ID_MISMATCH", "the token is for another userId");
    std::string room = validatePayload(claims.payload);
    bool otherRoom = roomId && (claims.payload.empty() || asString(roomId) != room);
    refuseIf(otherRoom, "ROOM_ID_MISMATCH", "the token is for another room, or for none in particular");
    return claims;
}

// ---- Protocol: JSON lines ----

void writeError(JsonWriter& json, const std::string& code, const std::string& message, const std::string& claim = "") {
    json.Key("error"), json.StartObject();
    json.Key("code"), json.String(code);
    json.Key("message"), json.String(message);
    if (!claim.empty()) json.Key("claim"), json.String(claim);
    json.EndObject();
}

const char* const kHello =
    R"json({"version":1,"implementation":{"name":"zego-token04 port (C++)","language":"C++","version":"1.0.0"},)json"
    R"json("flavour":"cpp","capabilities":["generate","generate-fixed","read"],"modes":["cbc","gcm"]})json";

void run(JsonWriter& json, const Value& testCase) {
    try {
        std::string op = text(testCase, "op", "");
        if (op == "generate" || op == "generate-fixed") {
            const Value& in = required(testCase, "input");
            std::string token = op == "generate" ? generate(in) : generateFixed(in);
            json.Key("token"), json.String(token);
        } else if (op == "read") {
            Claims claims = read(required(testCase, "input"));
            json.Key("claims"), write(json, claims);
        } else {
            json.Key("skipped"), json.String("unknown op");
        }
    } catch (const TokenError& error) {
        writeError(json, error.code, error.what(), error.claim);
    } catch (const std::exception& error) {
        writeError(json, "INTERNAL", error.what());
    }
}

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        Document request;
        if (!parseJson(line, request)) request.SetNull();
        std::string cmd = text(request, "cmd", "");
        if (cmd == "stop") return 0;
        rapidjson::StringBuffer answer;
        JsonWriter json(answer);
        if (cmd == "start") {
            std::cout << kHello << std::endl;
            continue;
        }
        json.StartObject();
        json.Key("seq");
        const Value* seq = find(request, "seq");
        seq ? seq->Accept(json) : json.Null();
        const Value *testCase = find(request, "case"), nothing;
        if (cmd == "run") {
            run(json, testCase ? *testCase : nothing);
        } else {
            writeError(json, "INTERNAL", "the line is no command");
        }
        json.EndObject();
        std::cout << answer.GetString() << std::endl;
    }
    return 0;
}
