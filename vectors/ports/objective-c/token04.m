// token04 in Objective-C: Foundation (GNUstep) and OpenSSL. The format is in ../../SPEC.md.
#define _GNU_SOURCE // for memmem
#import "StrictJSON.h"
#include <math.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdbool.h>
#include <time.h>

// --- Constants and errors ---------------------------------------------------------------------------------------

enum { KeyBytes = 32, BlockBytes = 16, TagBytes = 16, CbcIvBytes = 16, GcmIvBytes = 12 };
enum { MaxUserIdBytes = 64, MaxRoomIdBytes = 128, MaxStreamIdCharacters = 256, MaxTokenCharacters = 87422 };
static const double MaxSafeInteger = 9007199254740991.0, MaxUInt32 = 4294967295.0, MaxEffectiveTime = 24 * 24 * 3600;

@interface Token04Error : NSException // its name is the error code
@end
@implementation Token04Error
@end

// Exceptions rather than NSError: the first failed check ends everything, and the loop at the bottom answers with it.
static void fail(NSString *code, NSString *message, NSString *claim) __attribute__((noreturn));
static void fail(NSString *code, NSString *message, NSString *claim) {
  NSDictionary *info = claim ? [NSDictionary dictionaryWithObject: claim forKey: @"claim"] : nil;
  @throw [[[Token04Error alloc] initWithName: code reason: message userInfo: info] autorelease];
}

static void require(bool holds, NSString *code, NSString *message) {
  if (!holds) fail(code, message, nil);
}

static NSData *utf8(NSString *text) { return [text dataUsingEncoding: NSUTF8StringEncoding]; }
static BOOL isString(id value) { return [value isKindOfClass: [NSString class]]; }
static BOOL isObject(id value) { return [value isKindOfClass: [NSDictionary class]]; }

// true and false are NSNumbers as well; only their C type tells them from numbers.
static BOOL isNumber(id value) {
  return [value isKindOfClass: [NSNumber class]] && strcmp([value objCType], @encode(double)) == 0;
}

static BOOL isInteger(id value, double min, double max) {
  double number = isNumber(value) ? [value doubleValue] : NAN; // NaN fails every comparison
  return number >= min && number <= max && floor(number) == number;
}

// isEqual: of GNUstep holds "é" and "e" + U+0301 for equal; two ids are the same only when their bytes are.
static BOOL sameText(NSString *one, id other) { return isString(other) && [utf8(one) isEqual: utf8(other)]; }

// --- Writing JSON -----------------------------------------------------------------------------------------------

// NSJSONSerialization only writes here. Wrapped in an array, as Apple's Foundation writes no bare strings and numbers.
static NSString *json(id value) {
  if (isInteger(value, -MaxSafeInteger, MaxSafeInteger)) // all numbers that were read are doubles
    value = [NSNumber numberWithLongLong: [value doubleValue]];
  NSArray *wrapped = [NSArray arrayWithObject: value];
  NSData *data = [NSJSONSerialization dataWithJSONObject: wrapped options: 0 error: NULL];
  NSString *text = [[[NSString alloc] initWithData: data encoding: NSUTF8StringEncoding] autorelease];
  return [text substringWithRange: NSMakeRange(1, [text length] - 2)];
}

// The order of the keys of an NSDictionary is anybody's guess, and GNUstep 1.28 puts a space after each colon.
// So the members are joined here, and only names and values come from NSJSONSerialization.
static NSString *writeObject(NSArray *keys, NSDictionary *values) {
  NSMutableArray *members = [NSMutableArray array];
  for (NSString *key in keys) {
    id value = [values objectForKey: key];
    if (value) [members addObject: [NSString stringWithFormat: @"%@:%@", json(key), json(value)]];
  }
  return [NSString stringWithFormat: @"{%@}", [members componentsJoinedByString: @","]];
}

static NSArray *claimNames(void) {
  return [NSArray arrayWithObjects: @"app_id", @"user_id", @"nonce", @"ctime", @"expire", @"payload", nil];
}

// --- Payload validation -----------------------------------------------------------------------------------------

static BOOL isKnown(NSDictionary *object, NSString *known) {
  for (NSString *key in object)
    if (![[known componentsSeparatedByString: @" "] containsObject: key]) return NO;
  return YES;
}

static NSUInteger characterCount(NSString *text) { // code points: a surrogate pair is one
  NSUInteger count = 0;
  for (NSUInteger i = 0; i < [text length]; i++)
    if (([text characterAtIndex: i] & 0xfc00) != 0xdc00) count++;
  return count;
}

static NSDictionary *readPayload(id payload) { // nil for the empty payload of a basic token
  static NSString *const code = @"INVALID_PAYLOAD";
  require(isString(payload), code, @"payload must be a string");
  if ([payload length] == 0) return nil;
  NSDictionary *value = nil;
  @try { value = readJSON(utf8(payload)); }
  @catch (NotJSON *error) { fail(code, @"payload must be empty or JSON text", nil); }
  require(isObject(value), code, @"payload must be a JSON object");
  require(isKnown(value, @"room_id privilege stream_id_list"), code, @"payload has an unknown key");
  NSString *roomId = [value objectForKey: @"room_id"];
  require(isString(roomId) && [roomId length] > 0, code, @"room_id must be a string, not empty");
  require([utf8(roomId) length] <= MaxRoomIdBytes, code, @"room_id must be at most 128 bytes");
  NSDictionary *privilege = [value objectForKey: @"privilege"];
  require(isObject(privilege) && [privilege count] > 0, code, @"privilege must be an object, not empty");
  require(isKnown(privilege, @"1 2"), code, @"privilege has only the keys 1 and 2");
  for (id bit in [privilege allValues])
    require(isInteger(bit, 0, 1), code, @"a privilege is the number 0 or 1");
  NSArray *streamIds = [value objectForKey: @"stream_id_list"];
  if (streamIds == nil || streamIds == (id)[NSNull null]) return value; // streams are not restricted
  require([streamIds isKindOfClass: [NSArray class]], code, @"stream_id_list must be null or an array");
  for (id streamId in streamIds) {
    require(isString(streamId) && [streamId length] > 0, code, @"a stream id must be a string, not empty");
    require(characterCount(streamId) <= MaxStreamIdCharacters, code, @"a stream id must be at most 256 characters");
  }
  return value;
}

// --- AES --------------------------------------------------------------------------------------------------------

// Both modes and both directions; nil means a wrong key, tag or padding. The GCM tag stands behind the ciphertext.
static NSData *aes(BOOL gcm, BOOL encrypting, NSString *serverSecret, NSData *iv, NSData *input) {
  NSUInteger length = [input length] - (gcm && !encrypting ? TagBytes : 0);
  NSMutableData *output = [NSMutableData dataWithLength: length + BlockBytes + TagBytes];
  unsigned char *to = [output mutableBytes];
  int written = 0, last = 0;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  BOOL ok = context != NULL
    && EVP_CipherInit_ex(context, gcm ? EVP_aes_256_gcm() : EVP_aes_256_cbc(), NULL,
                         [utf8(serverSecret) bytes], [iv bytes], encrypting) == 1;
  if (ok && gcm && !encrypting)
    ok = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, TagBytes, (char *)[input bytes] + length) == 1;
  ok = ok && EVP_CipherUpdate(context, to, &written, [input bytes], (int)length) == 1
    && EVP_CipherFinal_ex(context, to + written, &last) == 1; // pads for CBC, checks the tag for GCM
  written += last;
  if (ok && gcm && encrypting) {
    ok = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, TagBytes, to + written) == 1;
    written += TagBytes;
  }
  EVP_CIPHER_CTX_free(context);
  [output setLength: ok ? written : 0];
  return ok ? output : nil;
}

static NSData *randomBytes(int count) {
  NSMutableData *data = [NSMutableData dataWithLength: count];
  if (RAND_bytes([data mutableBytes], count) != 1) [NSException raise: NSGenericException format: @"no randomness"];
  return data;
}

// --- Envelope ---------------------------------------------------------------------------------------------------

static void appendBigEndian(NSMutableData *data, unsigned long long value, int bytes) {
  for (int i = bytes - 1; i >= 0; i--) {
    unsigned char byte = value >> (8 * i);
    [data appendBytes: &byte length: 1];
  }
}

static NSString *seal(NSDictionary *claims, NSString *serverSecret, BOOL gcm, NSData *iv) {
  NSData *ciphertext = aes(gcm, YES, serverSecret, iv, utf8(writeObject(claimNames(), claims)));
  if (ciphertext == nil) [NSException raise: NSGenericException format: @"OpenSSL cannot encrypt"];
  require([ciphertext length] <= 0xffff, @"TOKEN_TOO_LARGE", @"the ciphertext is over 65535 bytes");
  NSMutableData *envelope = [NSMutableData data];
  appendBigEndian(envelope, (long long)[[claims objectForKey: @"expire"] doubleValue], 8);
  appendBigEndian(envelope, [iv length], 2);
  [envelope appendData: iv];
  appendBigEndian(envelope, [ciphertext length], 2);
  [envelope appendData: ciphertext];
  if (gcm) appendBigEndian(envelope, 1, 1); // CBC, the original mode, has no mode byte
  return [@"04" stringByAppendingString: [envelope base64EncodedStringWithOptions: 0]];
}

typedef struct { double expire; NSData *iv, *ciphertext; BOOL gcm; } Envelope;

static NSData *take(NSData *data, NSUInteger *offset, NSUInteger count) {
  require([data length] - *offset >= count, @"MALFORMED_TOKEN", @"the token is cut short");
  *offset += count;
  return [data subdataWithRange: NSMakeRange(*offset - count, count)];
}

static unsigned long long takeBigEndian(NSData *data, NSUInteger *offset, NSUInteger bytes) {
  const unsigned char *in = [take(data, offset, bytes) bytes];
  unsigned long long value = 0;
  for (NSUInteger i = 0; i < bytes; i++) value = value << 8 | in[i];
  return value;
}

static Envelope openEnvelope(id token) {
  static NSString *const code = @"MALFORMED_TOKEN";
  require(isString(token) && [token length] >= 2, code, @"token must be a string that starts with 04");
  unichar first = [token characterAtIndex: 0], second = [token characterAtIndex: 1];
  if (first != '0' || second != '4') {
    BOOL digits = first >= '0' && first <= '9' && second >= '0' && second <= '9';
    fail(digits ? @"UNSUPPORTED_VERSION" : code, @"a token starts with its version, 04", nil);
  }
  require([token length] <= MaxTokenCharacters, code, @"longer than any token can be");
  NSString *text = [token substringFromIndex: 2];
  // The decoder lets missing padding and stray bits pass: only what encodes to the same text again is canonical.
  NSData *data = [[[NSData alloc] initWithBase64EncodedString: text options: 0] autorelease];
  require(data && [utf8([data base64EncodedStringWithOptions: 0]) isEqual: utf8(text)], code, @"not canonical base64");

  Envelope envelope;
  NSUInteger offset = 0;
  long long expire = (long long)takeBigEndian(data, &offset, 8);
  require(expire >= -9007199254740991 && expire <= 9007199254740991, code, @"the clear expire is out of range");
  envelope.expire = expire;
  envelope.iv = take(data, &offset, takeBigEndian(data, &offset, 2));
  envelope.ciphertext = take(data, &offset, takeBigEndian(data, &offset, 2));
  NSUInteger rest = [data length] - offset, size = [envelope.ciphertext length];
  require(rest <= 1, code, @"bytes behind the mode byte");
  unsigned long long mode = rest == 1 ? takeBigEndian(data, &offset, 1) : 0;
  require(mode <= 1, code, @"unknown mode byte");
  envelope.gcm = mode == 1;
  require([envelope.iv length] == (envelope.gcm ? GcmIvBytes : CbcIvBytes), code, @"wrong IV length for the mode");
  require(envelope.gcm ? size >= TagBytes : size > 0 && size % BlockBytes == 0, code, @"impossible ciphertext length");
  return envelope;
}

// --- Generate ---------------------------------------------------------------------------------------------------

static void checkServerSecret(id serverSecret) {
  BOOL fits = isString(serverSecret) && [utf8(serverSecret) length] == KeyBytes;
  require(fits, @"INVALID_SERVER_SECRET", @"serverSecret must be a string of 32 bytes");
}

static BOOL wantsGcm(NSDictionary *input) {
  id mode = [input objectForKey: @"mode"];
  if (mode == nil || sameText(@"gcm", mode)) return YES;
  require(sameText(@"cbc", mode), @"INVALID_OPTION", @"mode must be \"cbc\" or \"gcm\"");
  return NO;
}

static void checkUserId(id userId) {
  static NSString *const code = @"INVALID_USER_ID";
  require(isString(userId) && [userId length] > 0, code, @"userId must be a string, not empty");
  require([utf8(userId) length] <= MaxUserIdBytes, code, @"userId must be at most 64 bytes");
  for (NSUInteger i = 0; i < [userId length]; i++) {
    unichar c = [userId characterAtIndex: i];
    require(c > 0x1f && c != 0x7f, code, @"userId must not contain control characters");
  }
}

static NSString *generate(NSDictionary *input) {
  id appId = [input objectForKey: @"appId"], userId = [input objectForKey: @"userId"];
  id serverSecret = [input objectForKey: @"serverSecret"], payload = [input objectForKey: @"payload"];
  id seconds = [input objectForKey: @"effectiveTimeInSeconds"];
  require(isInteger(appId, 1, MaxUInt32), @"INVALID_APP_ID", @"appId must be an integer from 1 to 4294967295");
  checkUserId(userId);
  checkServerSecret(serverSecret);
  require(isInteger(seconds, 1, MaxEffectiveTime), @"INVALID_EFFECTIVE_TIME",
          @"effectiveTimeInSeconds must be an integer from 1 to 2073600");
  BOOL gcm = wantsGcm(input);
  if (payload == nil) payload = @"";
  readPayload(payload);

  NSUInteger offset = 0;
  unsigned nonce = takeBigEndian(randomBytes(4), &offset, 4) & 0x7fffffff;
  double ctime = time(NULL); // whole seconds, rounded down
  NSDictionary *claims = [NSDictionary dictionaryWithObjectsAndKeys:
    appId, @"app_id", userId, @"user_id", [NSNumber numberWithDouble: nonce], @"nonce", payload, @"payload",
    [NSNumber numberWithDouble: ctime], @"ctime",
    [NSNumber numberWithDouble: ctime + [seconds doubleValue]], @"expire", nil];
  return seal(claims, serverSecret, gcm, randomBytes(gcm ? GcmIvBytes : CbcIvBytes));
}

static NSData *readHex(id text) { // nil when it is not hex
  if (!isString(text) || [text length] % 2 != 0) return nil;
  NSMutableData *bytes = [NSMutableData data];
  for (NSUInteger i = 0; i < [text length]; i += 2) {
    int high = hexDigit([text characterAtIndex: i]), low = hexDigit([text characterAtIndex: i + 1]);
    if (high < 0 || low < 0) return nil;
    appendBigEndian(bytes, high * 16 + low, 1);
  }
  return bytes;
}

// For test vectors only: a repeated IV gives plaintext away, and under GCM the key for forging too.
static NSString *generateFixed(NSDictionary *input) {
  NSDictionary *claims = [input objectForKey: @"claims"];
  checkServerSecret([input objectForKey: @"serverSecret"]);
  BOOL gcm = wantsGcm(input);
  NSData *iv = readHex([input objectForKey: @"iv"]);
  BOOL fits = [iv length] == (gcm ? GcmIvBytes : CbcIvBytes);
  require(fits, @"INVALID_OPTION", @"iv must be 16 (CBC) or 12 (GCM) bytes in hex");
  require(isObject(claims), @"INVALID_CLAIMS", @"claims must be an object");
  if (!isInteger([claims objectForKey: @"expire"], -MaxSafeInteger, MaxSafeInteger))
    fail(@"INVALID_CLAIMS", @"expire is no integer", @"expire");
  for (NSString *name in claimNames()) { // NSJSONSerialization would write the number 1e400 as inf
    id value = [claims objectForKey: name];
    BOOL nested = isObject(value) || [value isKindOfClass: [NSArray class]];
    if (nested || (isNumber(value) && isinf([value doubleValue])))
      fail(@"INVALID_CLAIMS", @"only strings and finite numbers can be written", name);
  }
  return seal(claims, [input objectForKey: @"serverSecret"], gcm, iv);
}

// --- Read -------------------------------------------------------------------------------------------------------

static NSNumber *integerClaim(NSDictionary *claims, NSString *name, double min, double max) {
  NSNumber *value = [claims objectForKey: name];
  if (!isInteger(value, min, max)) fail(@"INVALID_CLAIMS", @"missing, or no integer in range", name);
  return value;
}

static NSDictionary *decryptClaims(Envelope envelope, NSString *serverSecret) {
  NSData *plaintext = aes(envelope.gcm, NO, serverSecret, envelope.iv, envelope.ciphertext);
  require(plaintext != nil, @"DECRYPTION_FAILED", @"the token cannot be decrypted");
  NSUInteger bom = [plaintext length] >= 3 && memcmp([plaintext bytes], "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  NSDictionary *claims = nil;
  @try { claims = readJSON([plaintext subdataWithRange: NSMakeRange(bom, [plaintext length] - bom)]); }
  @catch (NotJSON *error) { }
  // Without a tag, a wrong key can pass the padding by chance and give noise, not to be told from bad padding.
  require(isObject(claims) || envelope.gcm, @"DECRYPTION_FAILED", @"the token cannot be decrypted");
  require(isObject(claims), @"INVALID_CLAIMS", @"the plaintext is not a JSON object");

  NSNumber *appId = integerClaim(claims, @"app_id", 0, MaxUInt32);
  id userId = [claims objectForKey: @"user_id"], payload = [claims objectForKey: @"payload"];
  if (!isString(userId)) fail(@"INVALID_CLAIMS", @"user_id is missing or no string", @"user_id");
  NSNumber *nonce = integerClaim(claims, @"nonce", -2147483648.0, 2147483647.0);
  NSNumber *ctime = integerClaim(claims, @"ctime", -MaxSafeInteger, MaxSafeInteger);
  NSNumber *expire = integerClaim(claims, @"expire", -MaxSafeInteger, MaxSafeInteger);
  if (payload == nil || payload == [NSNull null]) payload = @""; // some writers mean "none" by it
  if (!isString(payload)) fail(@"INVALID_CLAIMS", @"payload is no string", @"payload");
  return [NSDictionary dictionaryWithObjectsAndKeys: appId, @"app_id", userId, @"user_id", nonce, @"nonce",
    ctime, @"ctime", expire, @"expire", payload, @"payload", nil];
}

static double seconds(id value, double otherwise) {
  // Every comparison with NaN is false: a bad clock would let every token pass.
  BOOL fits = value == nil || (isNumber(value) && isfinite([value doubleValue]));
  require(fits, @"INVALID_OPTION", @"a time must be a number");
  return value ? [value doubleValue] : otherwise;
}

static NSDictionary *readToken(NSDictionary *input) {
  id appId = [input objectForKey: @"appId"], userId = [input objectForKey: @"userId"];
  id roomId = [input objectForKey: @"roomId"];
  NSArray *modes = [input objectForKey: @"modes"];
  checkServerSecret([input objectForKey: @"serverSecret"]);
  double now = seconds([input objectForKey: @"now"], time(NULL));
  double tolerance = seconds([input objectForKey: @"clockToleranceInSeconds"], 0);
  Envelope envelope = openEnvelope([input objectForKey: @"token"]);
  NSString *mode = envelope.gcm ? @"gcm" : @"cbc";
  require(modes == nil || ([modes isKindOfClass: [NSArray class]] && [modes containsObject: mode]),
          @"MODE_NOT_ALLOWED", @"this mode is not allowed");
  NSDictionary *claims = decryptClaims(envelope, [input objectForKey: @"serverSecret"]);
  double expire = [[claims objectForKey: @"expire"] doubleValue], ctime = [[claims objectForKey: @"ctime"] doubleValue];
  require(envelope.expire == expire, @"EXPIRE_MISMATCH", @"the clear expire differs from the encrypted one");
  require(now < expire + tolerance, @"EXPIRED", @"the token has expired");
  require(ctime <= now + tolerance, @"NOT_YET_VALID", @"the token was created in the future");
  BOOL sameApp = isNumber(appId) && [appId doubleValue] == [[claims objectForKey: @"app_id"] doubleValue];
  require(appId == nil || sameApp, @"APP_ID_MISMATCH", @"the token is for another app");
  BOOL sameUser = sameText([claims objectForKey: @"user_id"], userId);
  require(userId == nil || sameUser, @"USER_ID_MISMATCH", @"the token is for another user");
  NSDictionary *payload = readPayload([claims objectForKey: @"payload"]);
  BOOL sameRoom = payload && sameText([payload objectForKey: @"room_id"], roomId);
  require(roomId == nil || sameRoom, @"ROOM_ID_MISMATCH", @"the token is not for this room");
  return claims;
}

// --- The protocol loop: JSON lines in, JSON lines out -----------------------------------------------------------

static NSString *const Start = @"{\"version\":1,\"implementation\":{\"name\":\"zego-token04 port (Objective-C)\","
  @"\"language\":\"Objective-C\",\"version\":\"1.0.0\"},\"flavour\":\"objective-c\","
  @"\"capabilities\":[\"generate\",\"generate-fixed\",\"read\"],\"modes\":[\"cbc\",\"gcm\"]}";

static NSString *run(NSDictionary *request) {
  NSDictionary *test = [request objectForKey: @"case"];
  if (!isObject(test)) [NSException raise: NSGenericException format: @"no case"];
  NSDictionary *input = [test objectForKey: @"input"];
  if (!isObject(input)) input = [NSDictionary dictionary];
  id op = [test objectForKey: @"op"];
  if (sameText(@"generate", op)) return [@"\"token\":" stringByAppendingString: json(generate(input))];
  if (sameText(@"generate-fixed", op)) return [@"\"token\":" stringByAppendingString: json(generateFixed(input))];
  if (sameText(@"read", op)) return [@"\"claims\":" stringByAppendingString: writeObject(claimNames(), readToken(input))];
  return @"\"skipped\":\"unknown op\"";
}

static NSString *errorMember(NSString *code, NSString *message, NSString *claim) {
  NSArray *names = [NSArray arrayWithObjects: @"code", @"message", @"claim", nil];
  NSArray *values = [NSArray arrayWithObjects: code, message, claim, nil]; // ends early when there is no claim
  if (claim == nil) names = [names subarrayWithRange: NSMakeRange(0, 2)];
  NSDictionary *error = [NSDictionary dictionaryWithObjects: values forKeys: names];
  return [@"\"error\":" stringByAppendingString: writeObject(names, error)];
}

// Foundation strings cannot hold a lone surrogate, so a case with one cannot be asked of this port.
static NSString *skipLoneSurrogate(NSData *line) {
  const char *seq = memmem([line bytes], [line length], "\"seq\":", 6);
  return [NSString stringWithFormat: @"{\"seq\":%ld,\"skipped\":\"a Foundation string holds no lone surrogate\"}",
                                     seq ? strtol(seq + 6, NULL, 10) : 0];
}

static NSString *answer(NSData *line) { // nil for "stop"
  NSString *seq = @"null", *result = nil;
  @try {
    NSDictionary *request = readJSON(line);
    id cmd = isObject(request) ? [request objectForKey: @"cmd"] : nil;
    if (sameText(@"start", cmd)) return Start;
    if (sameText(@"stop", cmd)) return nil;
    id number = isObject(request) ? [request objectForKey: @"seq"] : nil;
    if (isInteger(number, 0, MaxSafeInteger)) seq = json(number);
    if (!sameText(@"run", cmd)) [NSException raise: NSGenericException format: @"unknown cmd"];
    result = run(request);
  }
  @catch (Token04Error *error) {
    result = errorMember([error name], [error reason], [[error userInfo] objectForKey: @"claim"]);
  }
  @catch (NSException *error) {
    if ([[error reason] isEqual: @"lone surrogate"]) return skipLoneSurrogate(line);
    result = errorMember(@"INTERNAL", [error reason] ? [error reason] : [error name], nil);
  }
  return [NSString stringWithFormat: @"{\"seq\":%@,%@}", seq, result];
}

int main(void) {
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;
  BOOL stopped = NO;
  while (!stopped && (length = getline(&line, &capacity, stdin)) > 0) {
    NSAutoreleasePool *pool = [[NSAutoreleasePool alloc] init];
    if (line[strspn(line, " \t\r\n")] != '\0' || (size_t)length != strlen(line)) { // a blank line asks for nothing
      NSData *request = [NSData dataWithBytesNoCopy: line length: length freeWhenDone: NO];
      NSData *reply = utf8(answer(request));
      stopped = reply == nil;
      if (reply) fwrite([reply bytes], 1, [reply length], stdout), putchar('\n');
      fflush(stdout);
    }
    [pool drain];
  }
  free(line);
  return 0;
}
