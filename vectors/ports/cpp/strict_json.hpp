// What RapidJSON leaves to its caller when it reads: to take strict RFC 8259 JSON, all of it and nothing else, and safely.
#pragma once
#define RAPIDJSON_HAS_STDSTRING 1
#include <stdexcept>
#define RAPIDJSON_ASSERT(x) ((x) ? void() : throw std::logic_error("unexpected JSON: " #x))  // instead of abort()
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

// Is this a number as RFC 8259 writes it?
inline bool isNumber(std::string_view text) {
    size_t i = 0;
    auto skip = [&](std::string_view chars) {
        bool found = i < text.size() && chars.find(text[i]) != std::string_view::npos;
        i += found;
        return found;
    };
    auto digits = [&] {
        if (!skip("0123456789")) return false;
        while (skip("0123456789")) {}
        return true;
    };
    skip("-");
    if (!skip("0") && !digits()) return false;
    if (skip(".") && !digits()) return false;
    if (skip("eE") && (skip("+-"), !digits())) return false;
    return i == text.size();
}

// Is there an escape \uDxxx, with its second hex digit among the given ones?
inline bool isSurrogate(std::string_view text, std::string_view secondDigit) {
    auto isHex = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    return text.size() >= 6 && text.substr(0, 2) == "\\u" && (text[2] == 'd' || text[2] == 'D') &&
           secondDigit.find(text[3]) != std::string_view::npos && isHex(text[4]) && isHex(text[5]);
}

// RapidJSON 1.1 refuses numbers beyond the range of a double and lone high surrogates, and turns lone low ones
// into invalid UTF-8. All are correct JSON. So numbers are rewritten by value (1.0 and 1e0 become 1, which also
// spares the callers that question), and lone surrogates become U+FFFD.
inline std::string tame(std::string_view text) {
    std::string out;
    bool inString = false;
    for (size_t i = 0, n; i < text.size(); i += n) {
        std::string_view rest = text.substr(i);
        n = 1;
        if (rest[0] == '"') {
            inString = !inString;
        } else if (inString && rest[0] == '\\') {
            bool high = isSurrogate(rest, "89abAB"), low = isSurrogate(rest, "cdefCDEF");
            bool pair = high && isSurrogate(rest.substr(6), "cdefCDEF");
            n = pair ? 12 : high || low ? 6 : 2;
            if (n == 6) {
                out += "\\uFFFD";
                continue;
            }
        } else if (!inString && (rest[0] == '-' || std::isdigit(static_cast<unsigned char>(rest[0])))) {
            n = std::min(rest.size(), rest.find_first_not_of("0123456789+-.eE"));
            std::string number(rest.substr(0, n));
            if (isNumber(number) && (n > 19 || number.find_first_of(".eE") != std::string::npos)) {
                double value = std::strtod(number.c_str(), nullptr);
                char canonical[32];
                std::snprintf(canonical, sizeof canonical, "%.17g", std::isinf(value) ? 1e308 : value);
                out += canonical;
                continue;
            }
        }
        out += rest.substr(0, n);
    }
    return out;
}

// Takes one strict JSON text. RapidJSON would take a NUL for the end of it; its default, recursive parser would
// overrun the stack on deep nesting; it checks UTF-8 only on demand.
inline bool parseJson(const std::string& text, rapidjson::Document& document) {
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    return text.find('\0') == std::string::npos && !document.Parse<flags>(tame(text).c_str()).HasParseError();
}

// FindMember returns the first of equal keys; the last one counts.
inline const rapidjson::Value* find(const rapidjson::Value& object, const std::string& key) {
    if (object.IsObject()) {
        for (auto member = object.MemberEnd(); member != object.MemberBegin();) {
            if ((--member)->name == key) return &member->value;
        }
    }
    return nullptr;
}

// GetString() alone would end at the first NUL.
inline std::optional<std::string> asString(const rapidjson::Value* value) {
    if (!value || !value->IsString()) return std::nullopt;
    return std::string(value->GetString(), value->GetStringLength());
}

inline std::optional<int64_t> asInteger(const rapidjson::Value* value, int64_t min, int64_t max) {
    if (!value || !value->IsInt64() || value->GetInt64() < min || value->GetInt64() > max) return std::nullopt;
    return value->GetInt64();
}

// Bytes that begin a code point, in text that is known to be UTF-8.
inline size_t codePoints(const std::string& text) {
    size_t count = 0;
    for (unsigned char byte : text) count += (byte & 0xC0) != 0x80;
    return count;
}

inline bool isUtf8(const std::string& text) {
    rapidjson::StringStream in(text.c_str());
    rapidjson::StringBuffer out;
    while (in.Tell() < text.size()) {
        if (!rapidjson::UTF8<>::Validate(in, out)) return false;
    }
    return true;
}
