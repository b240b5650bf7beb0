"""ZEGO token04 in Python: generate, seal and read tokens, and answer the conformance suite.

The format is described in ../../SPEC.md. Needs PyCryptodome under its own name, `Cryptodome`.
"""
import base64
import binascii
import json
import math
import re
import secrets
import struct
import sys
import time

from Cryptodome.Cipher import AES
from Cryptodome.Util.Padding import pad, unpad

# --- Constants and errors ---------------------------------------------------------------------

VERSION = "04"
IV_LENGTHS = {"cbc": 16, "gcm": 12}
TAG_LENGTH = 16
MAX_CIPHERTEXT_LENGTH = 0xFFFF  # the envelope counts the ciphertext in a uint16
MAX_TOKEN_LENGTH = 87422  # "04" and the base64 of the largest envelope
MAX_APP_ID = 2**32 - 1
MAX_EFFECTIVE_TIME = 24 * 24 * 60 * 60
MAX_SAFE_INTEGER = 2**53 - 1  # what every JSON reader can hold exactly
DECRYPTION_FAILED = "the token cannot be decrypted: it was made with another serverSecret, or altered"


class Token04Error(Exception):
    """A refusal: callers switch on `code`; `claim` names the one claim at fault, if there is one."""

    def __init__(self, code, message, claim=None):
        super().__init__(message)
        self.code, self.message, self.claim = code, message, claim


def require(condition, code, expectation, claim=None):
    if not condition:
        raise Token04Error(code, expectation, claim)


class NotRepresentable(Exception):
    """The case asks for something that this platform has no bytes for."""


def utf8_length(text):
    """Length in bytes; None if the text has a lone surrogate, which UTF-8 cannot carry."""
    try:
        return len(text.encode("utf-8"))
    except UnicodeEncodeError:
        return None


def integer_within(value, lowest, highest):
    """The value as an int if it is integral (1.0 counts) and in range, else None."""
    # type(), not isinstance(): Python's bool is a subclass of int.
    integral = type(value) is int or (type(value) is float and value.is_integer())
    return int(value) if integral and lowest <= value <= highest else None


def secret_key(server_secret):
    """The AES-256 key: the secret's UTF-8 bytes as they are, never hex-decoded."""
    fits = isinstance(server_secret, str) and utf8_length(server_secret) == 32
    require(fits, "INVALID_SERVER_SECRET", "serverSecret must be a string of exactly 32 UTF-8 bytes")
    return server_secret.encode("utf-8")


def refuse_constant(name):
    raise ValueError(name + " is not JSON")  # the json module takes NaN and Infinity unless told not to


def parse_integer(digits):
    # int() refuses more than 4300 digits; as a float such a number is merely out of every range.
    return int(digits) if len(digits) <= 20 else float(digits)


STRICT_JSON = json.JSONDecoder(parse_constant=refuse_constant, parse_int=parse_integer)


def parse_json_object(text):
    """The object that the text is in strict RFC 8259 JSON, else None."""
    try:
        value = STRICT_JSON.decode(text)
    except (ValueError, RecursionError):  # RecursionError: nested about a thousand levels deep
        return None
    return value if isinstance(value, dict) else None


# --- Payload ----------------------------------------------------------------------------------


def payload_room_id(payload):
    """Check a payload; return its room_id, or None for the empty payload of a basic token."""
    def check(condition, expectation):
        require(condition, "INVALID_PAYLOAD", expectation)

    if payload == "":
        return None
    text = isinstance(payload, str) and utf8_length(payload) is not None
    rights = parse_json_object(payload) if text else None
    check(rights is not None, 'payload must be "" or the JSON text of an object')
    check(rights.keys() <= {"room_id", "privilege", "stream_id_list"}, "payload has an unknown key")
    room_id, privilege, stream_ids = (rights.get(key) for key in ("room_id", "privilege", "stream_id_list"))

    # surrogatepass: JSON can escape half a surrogate pair, and the text that is sent still is UTF-8.
    check(isinstance(room_id, str) and 1 <= len(room_id.encode("utf-8", "surrogatepass")) <= 128,
          "room_id must be a string of 1 to 128 UTF-8 bytes")
    check(isinstance(privilege, dict) and privilege and privilege.keys() <= {"1", "2"},
          'privilege must be an object with "1" (log in), "2" (publish), or both')
    check(all(integer_within(value, 0, 1) is not None for value in privilege.values()),
          "each privilege must be the number 0 or 1")
    check(stream_ids is None or isinstance(stream_ids, list), "stream_id_list must be null or an array")
    check(all(isinstance(stream_id, str) and 1 <= len(stream_id) <= 256 for stream_id in stream_ids or []),
          "each stream id must be a string of 1 to 256 characters")
    return room_id


# --- Claims -----------------------------------------------------------------------------------


def write_claims(claims):
    """The plaintext. A dict keeps its order, so the keys are written as they were put in."""
    # With ensure_ascii a Chinese user_id would take 6 bytes a character instead of 3.
    text = json.dumps(claims, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise NotRepresentable("with ensure_ascii=False a lone surrogate has no UTF-8 bytes") from None


def parse_claims(plaintext, mode):
    """The claims, with numbers as ints and payload as a string; other claims are dropped."""
    try:
        claims = parse_json_object(plaintext.decode("utf-8-sig"))  # -sig: skip a byte order mark
    except UnicodeDecodeError:
        claims = None
    # CBC has no tag: telling bad JSON from bad padding would make this a padding oracle.
    require(claims is not None or mode == "gcm", "DECRYPTION_FAILED", DECRYPTION_FAILED)
    require(claims is not None, "INVALID_CLAIMS", "the decrypted plaintext is not a JSON object in UTF-8")
    safe, int32 = (-MAX_SAFE_INTEGER, MAX_SAFE_INTEGER), (-2**31, 2**31 - 1)
    return check_claims(claims, {"app_id": (0, MAX_APP_ID), "nonce": int32, "ctime": safe, "expire": safe})


def check_claims(claims, ranges):
    checked = {}
    for name in ("app_id", "user_id", "nonce", "ctime", "expire", "payload"):
        value = claims.get(name)
        if name == "payload" and value is None:  # null or left out: some writers mean "none" by it
            value = ""
        checked[name] = integer_within(value, *ranges[name]) if name in ranges else value
        valid = checked[name] is not None if name in ranges else isinstance(value, str)
        require(valid, "INVALID_CLAIMS", name + " is missing or not valid", name)
    return checked


# --- Envelope ---------------------------------------------------------------------------------


def pack_envelope(expire, iv, ciphertext, mode):
    require(len(ciphertext) <= MAX_CIPHERTEXT_LENGTH, "TOKEN_TOO_LARGE",
            "the ciphertext would have %d bytes, 65535 fit: shorten the payload" % len(ciphertext))
    # ">q" and ">H" are big-endian. Signed ">h", an easy slip, would crash from 32,768 bytes on.
    envelope = struct.pack(">qH", expire, len(iv)) + iv + struct.pack(">H", len(ciphertext)) + ciphertext
    return VERSION + base64.b64encode(envelope + (b"\x01" if mode == "gcm" else b"")).decode("ascii")


def unpack_envelope(token):
    """(expire, iv, ciphertext, mode) as they stand in the clear, nothing of it authenticated."""
    code = "MALFORMED_TOKEN"
    require(isinstance(token, str), code, "the token must be a string")
    token04 = token.startswith(VERSION)
    require(token04 or not re.match("[0-9]{2}", token), "UNSUPPORTED_VERSION", "this token has a version other than 04")
    require(token04, code, 'a token04 starts with "04"')
    require(len(token) <= MAX_TOKEN_LENGTH, code, "the token is longer than a token04 can be")
    try:
        envelope = base64.b64decode(token[2:], validate=True)
    except ValueError:  # also what a character outside ASCII raises
        envelope = b""
    # validate=True lets stray bits behind the last byte pass, so compare with the canonical text.
    require(envelope and base64.b64encode(envelope).decode("ascii") == token[2:], code,
            "what follows the version must be standard base64 with padding")
    try:
        expire, iv_length = struct.unpack_from(">qH", envelope)
        iv, (ciphertext_length,) = envelope[10:10 + iv_length], struct.unpack_from(">H", envelope, 10 + iv_length)
    except struct.error:
        raise Token04Error(code, "the envelope is cut short") from None
    ciphertext = envelope[12 + iv_length:12 + iv_length + ciphertext_length]
    mode_byte = envelope[12 + iv_length + ciphertext_length:]
    require(len(ciphertext) == ciphertext_length, code, "the envelope is cut short")
    require(mode_byte in (b"", b"\x00", b"\x01"), code, "only one mode byte, 0 or 1, may follow the ciphertext")
    mode = "gcm" if mode_byte == b"\x01" else "cbc"
    require(iv_length == IV_LENGTHS[mode], code, "the IV must have %d bytes in %s" % (IV_LENGTHS[mode], mode))
    # A GCM ciphertext ends with a tag of 16 bytes, a CBC ciphertext is made of whole 16-byte blocks.
    fits = len(ciphertext) >= 16 and (mode == "gcm" or len(ciphertext) % 16 == 0)
    require(fits, code, "the ciphertext has a length that it cannot have in " + mode)
    require(abs(expire) <= MAX_SAFE_INTEGER, code, "the clear expire is out of range")
    return expire, iv, ciphertext, mode


def encrypt(plaintext, key, iv, mode):
    if mode == "cbc":
        return AES.new(key, AES.MODE_CBC, iv=iv).encrypt(pad(plaintext, 16))
    ciphertext, tag = AES.new(key, AES.MODE_GCM, nonce=iv, mac_len=TAG_LENGTH).encrypt_and_digest(plaintext)
    return ciphertext + tag


def decrypt(ciphertext, key, iv, mode):
    try:
        if mode == "cbc":
            return unpad(AES.new(key, AES.MODE_CBC, iv=iv).decrypt(ciphertext), 16)
        cipher = AES.new(key, AES.MODE_GCM, nonce=iv, mac_len=TAG_LENGTH)
        return cipher.decrypt_and_verify(ciphertext[:-TAG_LENGTH], ciphertext[-TAG_LENGTH:])
    except ValueError:
        raise Token04Error("DECRYPTION_FAILED", DECRYPTION_FAILED) from None


# --- Generate, seal, read ---------------------------------------------------------------------


def generate_token04(app_id, user_id, server_secret, effective_time_in_seconds, payload="", mode="gcm"):
    app_id = integer_within(app_id, 1, MAX_APP_ID)
    require(app_id is not None, "INVALID_APP_ID", "appId must be an integer in 1..4294967295")
    fits = isinstance(user_id, str) and 1 <= (utf8_length(user_id) or 0) <= 64
    require(fits and not re.search("[\x00-\x1f\x7f]", user_id), "INVALID_USER_ID",
            "userId must be a string of 1 to 64 UTF-8 bytes without control characters")
    key = secret_key(server_secret)
    seconds = integer_within(effective_time_in_seconds, 1, MAX_EFFECTIVE_TIME)
    require(seconds is not None, "INVALID_EFFECTIVE_TIME", "effectiveTimeInSeconds must be in 1..2073600")
    require_mode(mode)
    payload_room_id(payload)

    ctime = math.floor(time.time())  # round() would date half of the tokens into the future
    claims = {"app_id": app_id, "user_id": user_id, "nonce": secrets.randbelow(2**31),
              "ctime": ctime, "expire": ctime + seconds, "payload": payload}
    # secrets, never random: an IV must not be predictable, and must use all 256 byte values.
    return seal(claims, key, secrets.token_bytes(IV_LENGTHS[mode]), mode)


def require_mode(mode):
    require(mode in ("cbc", "gcm"), "INVALID_OPTION", 'mode must be "cbc" or "gcm"')


def seal_token04(claims, server_secret, mode, iv_hex):
    """Exactly these claims under exactly this IV: for test vectors, never for real tokens."""
    key = secret_key(server_secret)
    require_mode(mode)
    try:
        iv = binascii.unhexlify(iv_hex)
    except (TypeError, ValueError):
        iv = b""
    require(len(iv) == IV_LENGTHS[mode], "INVALID_OPTION", "iv must be hex of the length for " + mode)
    int64 = (-2**63, 2**63 - 1)
    claims = check_claims(claims, {"app_id": int64, "nonce": int64, "ctime": int64, "expire": int64})
    return seal(claims, key, iv, mode)


def seal(claims, key, iv, mode):
    return pack_envelope(claims["expire"], iv, encrypt(write_claims(claims), key, iv, mode), mode)


def read_token04(token, server_secret, options):
    """options: now, clockToleranceInSeconds, modes, appId, userId, roomId. What is given is checked, even None."""
    key = secret_key(server_secret)
    now, tolerance = options.get("now", time.time()), options.get("clockToleranceInSeconds", 0)
    clocks = all(type(number) in (int, float) and math.isfinite(number) for number in (now, tolerance))
    require(clocks, "INVALID_OPTION", "now and clockToleranceInSeconds must be numbers of seconds")
    modes = options.get("modes", ["cbc", "gcm"])
    require(isinstance(modes, list), "INVALID_OPTION", "modes must be an array")

    clear_expire, iv, ciphertext, mode = unpack_envelope(token)
    require(mode in modes, "MODE_NOT_ALLOWED", mode + " is not among the allowed modes")
    claims = parse_claims(decrypt(ciphertext, key, iv, mode), mode)

    # The clear expire is outside the encryption, so only the one inside can be believed.
    require(clear_expire == claims["expire"], "EXPIRE_MISMATCH", "expire in the clear differs from that in the claims")
    require(now < claims["expire"] + tolerance, "EXPIRED", "the token has expired")
    require(claims["ctime"] <= now + tolerance, "NOT_YET_VALID", "the token was created in the future")
    app_id = integer_within(options.get("appId", claims["app_id"]), 0, MAX_APP_ID)
    require(app_id == claims["app_id"], "APP_ID_MISMATCH", "the token is for another appId")
    user_id = options.get("userId", claims["user_id"])
    require(user_id == claims["user_id"], "USER_ID_MISMATCH", "the token is for another userId")
    room_id = payload_room_id(claims["payload"])
    same_room = "roomId" not in options or (room_id is not None and options["roomId"] == room_id)
    require(same_room, "ROOM_ID_MISMATCH", "the token is not bound to this room")
    return claims


# --- Protocol: JSON lines ---------------------------------------------------------------------


def run_case(operation, given):
    if operation == "generate":
        arguments = (given.get(name) for name in ("appId", "userId", "serverSecret", "effectiveTimeInSeconds"))
        return {"token": generate_token04(*arguments, given.get("payload", ""), given.get("mode", "gcm"))}
    if operation == "generate-fixed":
        arguments = (given.get(name) for name in ("serverSecret", "mode", "iv"))
        return {"token": seal_token04(given.get("claims") or {}, *arguments)}
    if operation == "read":
        return {"claims": read_token04(given.get("token"), given.get("serverSecret"), given)}
    return {"skipped": "this port has no such operation"}


def answer(line):
    seq = None
    try:
        request = STRICT_JSON.decode(line.decode("utf-8"))
        if request["cmd"] == "stop":
            return None
        if request["cmd"] == "start":
            return {"version": 1, "flavour": "python", "modes": ["cbc", "gcm"],
                    "implementation": {"name": "zego-token04 port (Python)", "language": "Python", "version": "1.0.0"},
                    "capabilities": ["generate", "generate-fixed", "read"]}
        seq = request.get("seq")
        if request["cmd"] != "run":
            raise ValueError("unknown command")
        return {"seq": seq, **run_case(request["case"]["op"], request["case"]["input"])}
    except Token04Error as error:
        claim = {} if error.claim is None else {"claim": error.claim}
        return {"seq": seq, "error": {"code": error.code, "message": error.message, **claim}}
    except NotRepresentable as reason:
        return {"seq": seq, "skipped": str(reason)}
    except Exception as error:  # the suite goes on with the next case whatever this one did
        return {"seq": seq, "error": {"code": "INTERNAL", "message": type(error).__name__}}


def main():
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        reply = answer(line)
        if reply is None:
            return
        # ASCII on purpose: an escaped lone surrogate survives the way back, a raw one would not.
        sys.stdout.buffer.write(json.dumps(reply).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
