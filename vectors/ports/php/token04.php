<?php
/**
 * ZEGO token04 in PHP: generate, seal and read tokens, and answer the conformance suite.
 *
 * The format is described in ../../SPEC.md. Needs the openssl extension and a 64-bit PHP.
 */
declare(strict_types=1);

// --- Constants and errors ------------------------------------------------------------------

const VERSION = '04';
const IV_LENGTHS = ['cbc' => 16, 'gcm' => 12];
const TAG_LENGTH = 16;
const MAX_CIPHERTEXT_LENGTH = 0xFFFF; // the envelope counts the ciphertext in a uint16
const MAX_TOKEN_LENGTH = 87422; // "04" and the base64 of the largest envelope
const MAX_APP_ID = 4294967295;
const MAX_EFFECTIVE_TIME = 24 * 24 * 60 * 60;
const MAX_SAFE_INTEGER = 2 ** 53 - 1; // what every JSON reader can hold exactly
const DECRYPTION_FAILED = 'the token cannot be decrypted: it was made with another serverSecret, or altered';

/** A refusal: callers switch on $errorCode; $claim names the one claim at fault, if there is one. */
final class Token04Error extends Exception
{
    public function __construct(public string $errorCode, string $message, public ?string $claim = null)
    {
        parent::__construct($message);
    }
}

/** The case asks for something that this platform has no bytes for. */
final class NotRepresentable extends Exception {}

function expect(bool $condition, string $errorCode, string $expectation, ?string $claim = null): void
{
    if (!$condition) {
        throw new Token04Error($errorCode, $expectation, $claim);
    }
}

/** The value as an int if it is an integral number (1.0 counts, "1" and true do not) in range, else null. */
function integerWithin(mixed $value, int $lowest, int $highest): ?int
{
    // Beyond 2^53 a float is no exact integer, and beyond 2^63 (int) makes garbage of it.
    $isIntegral = is_int($value) || (is_float($value) && floor($value) === $value && abs($value) < 2 ** 53);
    return $isIntegral && $value >= $lowest && $value <= $highest ? (int) $value : null;
}

/** The AES-256 key: the secret's bytes as they are. openssl would pad or cut any other length in silence. */
function secretKey(mixed $serverSecret): string
{
    $isKey = is_string($serverSecret) && strlen($serverSecret) === 32; // strlen counts bytes
    expect($isKey, 'INVALID_SERVER_SECRET', 'serverSecret must be a string of exactly 32 UTF-8 bytes');
    return $serverSecret;
}

/** Strict JSON as json_decode has it; null for anything else. $associative as for json_decode. */
function parseJson(string $text, bool $associative): mixed
{
    $value = json_decode($text, $associative);
    if (json_last_error() === JSON_ERROR_UTF16) {
        throw new NotRepresentable('a PHP string is UTF-8 and cannot hold the lone surrogate of a \u escape');
    }
    return $value;
}

// --- Payload -------------------------------------------------------------------------------

/** Check a payload; return its room_id, or null for the empty payload of a basic token. */
function payloadRoomId(mixed $payload): ?string
{
    $require = fn (bool $condition, string $expectation) => expect($condition, 'INVALID_PAYLOAD', $expectation);
    if ($payload === '') {
        return null;
    }
    // As objects, not arrays: an array could not tell {} from [].
    $rights = is_string($payload) ? parseJson($payload, false) : null;
    $require(is_object($rights), 'payload must be "" or the JSON text of an object');
    $rights = get_object_vars($rights);
    $unknown = array_diff(array_keys($rights), ['room_id', 'privilege', 'stream_id_list']);
    $require($unknown === [], 'payload may hold room_id, privilege and stream_id_list only');
    $roomId = $rights['room_id'] ?? '';
    $require(is_string($roomId) && $roomId !== '' && strlen($roomId) <= 128, 'room_id must be a string of 1 to 128 bytes');

    $privilege = $rights['privilege'] ?? null;
    $require(is_object($privilege), 'privilege must be an object');
    $privilege = get_object_vars($privilege);
    // As array keys "1" and "2" have become the integers 1 and 2.
    $require($privilege !== [] && array_diff(array_keys($privilege), [1, 2]) === [],
        'privilege must have the key "1" (log in), "2" (publish), or both, and no other');
    foreach ($privilege as $value) {
        $require(integerWithin($value, 0, 1) !== null, 'each privilege must be the number 0 or 1');
    }

    $streamIds = $rights['stream_id_list'] ?? [];
    $require(is_array($streamIds), 'stream_id_list must be null or an array');
    foreach ($streamIds as $streamId) {
        // Code points are counted by leaving out UTF-8's continuation bytes: mbstring is not everywhere.
        $length = is_string($streamId) ? strlen(preg_replace('/[\x80-\xBF]/', '', $streamId)) : 0;
        $require($length >= 1 && $length <= 256, 'each stream id must be a string of 1 to 256 characters');
    }
    return $roomId;
}

// --- Claims --------------------------------------------------------------------------------

/** The plaintext. An array keeps its order, so the keys are written as they were put in. */
function writeClaims(array $claims): string
{
    $text = json_encode($claims, JSON_HEX_AMP);
    if ($text === false) { // encrypting false would give a token that looks well and is empty
        throw new NotRepresentable('json_encode: ' . json_last_error_msg());
    }
    return $text;
}

/** The claims, with numbers as ints and payload as a string; other claims are dropped. */
function parseClaims(string $plaintext, string $mode): array
{
    if (str_starts_with($plaintext, "\xEF\xBB\xBF")) { // json_decode refuses a byte order mark
        $plaintext = substr($plaintext, 3);
    }
    // As arrays, not objects: an object could not have a key that starts with U+0000.
    $claims = str_starts_with(ltrim($plaintext, " \t\n\r"), '{') ? parseJson($plaintext, true) : null;
    if (!is_array($claims)) {
        // CBC has no tag: telling bad JSON from bad padding would make this a padding oracle.
        expect($mode === 'gcm', 'DECRYPTION_FAILED', DECRYPTION_FAILED);
        expect(false, 'INVALID_CLAIMS', 'the decrypted plaintext is not a JSON object in UTF-8');
    }
    [$safe, $int32] = [[-MAX_SAFE_INTEGER, MAX_SAFE_INTEGER], [-2 ** 31, 2 ** 31 - 1]];
    return checkClaims($claims, ['app_id' => [0, MAX_APP_ID], 'nonce' => $int32, 'ctime' => $safe, 'expire' => $safe]);
}

function checkClaims(array $claims, array $ranges): array
{
    $checked = [];
    foreach (['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'] as $name) {
        $value = $claims[$name] ?? ($name === 'payload' ? '' : null);
        $checked[$name] = isset($ranges[$name]) ? integerWithin($value, ...$ranges[$name]) : $value;
        $isValid = isset($ranges[$name]) ? $checked[$name] !== null : is_string($value);
        expect($isValid, 'INVALID_CLAIMS', "$name is missing or not valid", $name);
    }
    return $checked;
}

// --- Envelope ------------------------------------------------------------------------------

function packEnvelope(int $expire, string $iv, string $ciphertext, string $mode): string
{
    // pack() would wrap a longer length without a word.
    $length = strlen($ciphertext);
    expect($length <= MAX_CIPHERTEXT_LENGTH, 'TOKEN_TOO_LARGE',
        "the ciphertext would have $length bytes, 65535 fit: shorten the payload");
    $envelope = pack('Jn', $expire, strlen($iv)) . $iv . pack('n', $length) . $ciphertext; // J, n: big-endian
    return VERSION . base64_encode($envelope . ($mode === 'gcm' ? "\x01" : ''));
}

/** [expire, iv, ciphertext, mode] as they stand in the clear, nothing of it authenticated. */
function unpackEnvelope(mixed $token): array
{
    $require = fn (bool $condition, string $problem) => expect($condition, 'MALFORMED_TOKEN', $problem);
    $require(is_string($token), 'the token must be a string');
    $isToken04 = str_starts_with($token, VERSION);
    $isOther = !$isToken04 && preg_match('/^[0-9]{2}/', $token);
    expect(!$isOther, 'UNSUPPORTED_VERSION', 'this token has a version other than 04');
    $require($isToken04, 'a token04 starts with "04"');
    $require(strlen($token) <= MAX_TOKEN_LENGTH, 'the token is longer than a token04 can be');
    $envelope = (string) base64_decode(substr($token, 2), true);
    // Even "strict" lets whitespace, missing padding and stray bits pass, so compare with the canonical text.
    $require($envelope !== '' && base64_encode($envelope) === substr($token, 2),
        'what follows the version must be standard base64 with padding');

    $require(strlen($envelope) >= 10, 'the envelope is cut short');
    ['expire' => $expire, 'iv' => $ivLength] = unpack('Jexpire/niv', $envelope);
    $require(strlen($envelope) >= 12 + $ivLength, 'the envelope is cut short');
    $iv = substr($envelope, 10, $ivLength);
    $length = unpack('n', $envelope, 10 + $ivLength)[1];
    $ciphertext = substr($envelope, 12 + $ivLength, $length);
    $modeByte = substr($envelope, 12 + $ivLength + $length);
    $require(strlen($ciphertext) === $length, 'the envelope is cut short');
    $require(in_array($modeByte, ['', "\x00", "\x01"], true), 'only one mode byte, 0 or 1, may follow the ciphertext');
    $mode = $modeByte === "\x01" ? 'gcm' : 'cbc';
    $require($ivLength === IV_LENGTHS[$mode], 'the IV must have ' . IV_LENGTHS[$mode] . " bytes in $mode");
    // A GCM ciphertext ends with a tag of 16 bytes, a CBC ciphertext is made of whole 16-byte blocks.
    $require($length >= 16 && ($mode === 'gcm' || $length % 16 === 0), "the ciphertext has a length it cannot have in $mode");
    $require(abs($expire) <= MAX_SAFE_INTEGER, 'the clear expire is out of range');
    return [$expire, $iv, $ciphertext, $mode];
}

function encrypt(string $plaintext, string $key, string $iv, string $mode): string
{
    if ($mode === 'cbc') { // openssl pads by itself (PKCS#7): padding by hand would do it twice
        return openssl_encrypt($plaintext, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $iv);
    }
    $ciphertext = openssl_encrypt($plaintext, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $iv, $tag, '', TAG_LENGTH);
    return $ciphertext . $tag;
}

function decrypt(string $ciphertext, string $key, string $iv, string $mode): string
{
    if ($mode === 'cbc') {
        $plaintext = openssl_decrypt($ciphertext, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $iv);
    } else {
        // Always 16 bytes of tag: openssl_decrypt would accept a shorter, forgeable one.
        [$body, $tag] = [substr($ciphertext, 0, -TAG_LENGTH), substr($ciphertext, -TAG_LENGTH)];
        $plaintext = openssl_decrypt($body, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $iv, $tag);
    }
    expect($plaintext !== false, 'DECRYPTION_FAILED', DECRYPTION_FAILED);
    return $plaintext;
}

// --- Generate, seal, read ------------------------------------------------------------------

function generateToken04(mixed $appId, mixed $userId, mixed $serverSecret, mixed $effectiveTimeInSeconds,
    mixed $payload = '', mixed $mode = 'gcm'): string
{
    $appId = integerWithin($appId, 1, MAX_APP_ID);
    expect($appId !== null, 'INVALID_APP_ID', 'appId must be an integer from 1 to 4294967295');
    $fits = is_string($userId) && $userId !== '' && strlen($userId) <= 64 && !preg_match('/[\x00-\x1F\x7F]/', $userId);
    expect($fits, 'INVALID_USER_ID', 'userId must be a string of 1 to 64 UTF-8 bytes without control characters');
    $key = secretKey($serverSecret);
    $seconds = integerWithin($effectiveTimeInSeconds, 1, MAX_EFFECTIVE_TIME);
    expect($seconds !== null, 'INVALID_EFFECTIVE_TIME', 'effectiveTimeInSeconds must be an integer from 1 to 2073600');
    requireMode($mode);
    payloadRoomId($payload);

    $ctime = time();
    $claims = ['app_id' => $appId, 'user_id' => $userId, 'nonce' => random_int(0, 2 ** 31 - 1),
        'ctime' => $ctime, 'expire' => $ctime + $seconds, 'payload' => $payload];
    return seal($claims, $key, random_bytes(IV_LENGTHS[$mode]), $mode); // a CSPRNG, and all 256 byte values
}

function requireMode(mixed $mode): void
{
    expect($mode === 'cbc' || $mode === 'gcm', 'INVALID_OPTION', 'mode must be "cbc" or "gcm"');
}

/** Exactly these claims under exactly this IV: for test vectors, never for real tokens. */
function sealToken04(array $claims, mixed $serverSecret, mixed $mode, mixed $ivHex): string
{
    $key = secretKey($serverSecret);
    requireMode($mode);
    $isIv = is_string($ivHex) && preg_match('/^[0-9a-fA-F]*$/D', $ivHex) && strlen($ivHex) === 2 * IV_LENGTHS[$mode];
    expect($isIv, 'INVALID_OPTION', "iv must be hex of the length for $mode");
    $int64 = [PHP_INT_MIN, PHP_INT_MAX];
    $claims = checkClaims($claims, ['app_id' => $int64, 'nonce' => $int64, 'ctime' => $int64, 'expire' => $int64]);
    return seal($claims, $key, hex2bin($ivHex), $mode);
}

function seal(array $claims, string $key, string $iv, string $mode): string
{
    return packEnvelope($claims['expire'], $iv, encrypt(writeClaims($claims), $key, $iv, $mode), $mode);
}

/** $options: now, clockToleranceInSeconds, modes, appId, userId, roomId. What is given is checked, even null. */
function readToken04(mixed $token, mixed $serverSecret, array $options = []): array
{
    $key = secretKey($serverSecret);
    $options += ['now' => time(), 'clockToleranceInSeconds' => 0, 'modes' => ['cbc', 'gcm']]; // keeps what is given
    ['now' => $now, 'clockToleranceInSeconds' => $tolerance, 'modes' => $modes] = $options;
    foreach ([$now, $tolerance] as $number) {
        expect(is_int($number) || (is_float($number) && is_finite($number)), 'INVALID_OPTION',
            'now and clockToleranceInSeconds must be numbers of seconds');
    }
    expect(is_array($modes), 'INVALID_OPTION', 'modes must be an array');

    [$clearExpire, $iv, $ciphertext, $mode] = unpackEnvelope($token);
    expect(in_array($mode, $modes, true), 'MODE_NOT_ALLOWED', "$mode is not among the allowed modes");
    $claims = parseClaims(decrypt($ciphertext, $key, $iv, $mode), $mode);

    // The clear expire is outside the encryption, so only the one inside can be believed.
    expect($clearExpire === $claims['expire'], 'EXPIRE_MISMATCH', 'expire in the clear is not the one in the claims');
    expect($now < $claims['expire'] + $tolerance, 'EXPIRED', 'the token has expired');
    expect($claims['ctime'] <= $now + $tolerance, 'NOT_YET_VALID', 'the token was created in the future');
    $options += ['appId' => $claims['app_id'], 'userId' => $claims['user_id']];
    $isSameApp = integerWithin($options['appId'], 0, MAX_APP_ID) === $claims['app_id'];
    expect($isSameApp, 'APP_ID_MISMATCH', 'the token is for another appId');
    expect($options['userId'] === $claims['user_id'], 'USER_ID_MISMATCH', 'the token is for another userId');
    $roomId = payloadRoomId($claims['payload']);
    // Not isset(), which would skip the check for null.
    $isSameRoom = !array_key_exists('roomId', $options) || ($roomId !== null && $options['roomId'] === $roomId);
    expect($isSameRoom, 'ROOM_ID_MISMATCH', 'the token is not bound to this room');
    return $claims;
}

// --- Protocol: JSON lines ------------------------------------------------------------------

function runCase(string $operation, array $given): array
{
    return match ($operation) {
        'generate' => ['token' => generateToken04(
            $given['appId'] ?? null, $given['userId'] ?? null, $given['serverSecret'] ?? null,
            $given['effectiveTimeInSeconds'] ?? null, ...array_intersect_key($given, ['payload' => 0, 'mode' => 0]))],
        'generate-fixed' => ['token' => sealToken04(
            $given['claims'] ?? [], $given['serverSecret'] ?? null, $given['mode'] ?? null, $given['iv'] ?? null)],
        'read' => ['claims' => readToken04($given['token'] ?? null, $given['serverSecret'] ?? null, $given)],
        default => ['skipped' => 'this port has no such operation'],
    };
}

function answer(string $line): ?array
{
    $seq = preg_match('/"seq"\s*:\s*(-?\d+)/', $line, $match) ? (int) $match[1] : null;
    try {
        $request = parseJson($line, true);
        $seq = $request['seq'] ?? $seq;
        return match ($request['cmd'] ?? null) {
            'stop' => null,
            'start' => [
                'version' => 1, 'flavour' => 'php', 'modes' => ['cbc', 'gcm'],
                'implementation' => ['name' => 'zego-token04 port (PHP)', 'language' => 'PHP', 'version' => '1.0.0'],
                'capabilities' => ['generate', 'generate-fixed', 'read'],
            ],
            'run' => ['seq' => $seq] + runCase($request['case']['op'], $request['case']['input']),
            default => throw new UnexpectedValueException('not a line of this protocol'),
        };
    } catch (Token04Error $error) {
        $claim = $error->claim === null ? [] : ['claim' => $error->claim];
        return ['seq' => $seq, 'error' => ['code' => $error->errorCode, 'message' => $error->getMessage()] + $claim];
    } catch (NotRepresentable $reason) {
        return ['seq' => $seq, 'skipped' => $reason->getMessage()];
    } catch (Throwable $error) { // the suite goes on with the next case whatever this one did
        return ['seq' => $seq, 'error' => ['code' => 'INTERNAL', 'message' => get_class($error)]];
    }
}

ini_set('display_errors', 'stderr'); // stdout is for answers only
set_error_handler(fn (int $level, string $message) => throw new ErrorException($message, 0, $level));
while (($line = fgets(STDIN)) !== false) {
    if (trim($line, " \t\r\n") === '') {
        continue;
    }
    $reply = answer($line);
    if ($reply === null) {
        break;
    }
    fwrite(STDOUT, json_encode($reply) . "\n");
    fflush(STDOUT);
}
