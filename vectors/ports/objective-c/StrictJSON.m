#define _GNU_SOURCE // for strtod_l
#import "StrictJSON.h"
#include <ctype.h>
#include <locale.h>
#include <stdbool.h>

enum { MaxNesting = 512 };

@implementation NotJSON
@end

static void requireThat(bool holds, NSString *fault) {
  if (!holds) @throw [[[NotJSON alloc] initWithName: @"NotJSON" reason: fault userInfo: nil] autorelease];
}

typedef struct { const unsigned char *next, *end; int depth; } JSONReader;

static void expect(JSONReader *from, const char *word) {
  size_t length = strlen(word);
  requireThat((size_t)(from->end - from->next) >= length && memcmp(from->next, word, length) == 0, @"not JSON");
  from->next += length;
}

// 0 at the end; a NUL in the text reads the same, and is as invalid.
static int look(JSONReader *from) { return from->next < from->end ? *from->next : 0; }

static int skipSpace(JSONReader *from) {
  while (look(from) == ' ' || look(from) == '\t' || look(from) == '\n' || look(from) == '\r') from->next++;
  return look(from);
}

int hexDigit(int c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 32; // lower case
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static unsigned readHex4(JSONReader *from) {
  unsigned value = 0;
  for (int i = 0; i < 4; i++, from->next++) {
    int digit = hexDigit(look(from));
    requireThat(digit >= 0, @"bad \\u escape");
    value = value * 16 + digit;
  }
  return value;
}

static void readEscape(JSONReader *from, NSMutableData *text) {
  static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *name = look(from) ? strchr(names, look(from)) : NULL;
  if (name) { from->next++; [text appendBytes: meanings + (name - names) length: 1]; return; }
  expect(from, "u");
  unsigned c = readHex4(from);
  if (c >= 0xd800 && c <= 0xdbff) {
    requireThat(from->end - from->next >= 6, @"lone surrogate");
    requireThat(from->next[0] == '\\' && from->next[1] == 'u', @"lone surrogate");
    from->next += 2;
    unsigned low = readHex4(from);
    requireThat(low >= 0xdc00 && low <= 0xdfff, @"lone surrogate");
    c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
  }
  requireThat(c < 0xdc00 || c > 0xdfff, @"lone surrogate"); // Foundation strings made of one become nil
  unsigned char b[4] = { c, 0, 0, 0 };
  int length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
  for (int i = length - 1; i > 0; i--, c >>= 6) b[i] = 0x80 | (c & 0x3f);
  if (length > 1) b[0] = lead[length] | c;
  [text appendBytes: b length: length];
}

static NSString *readString(JSONReader *from) {
  // The quote stays in front until the bytes are an NSString, or a leading U+FEFF would be dropped as a BOM.
  NSMutableData *text = [NSMutableData dataWithBytes: "\"" length: 1];
  for (expect(from, "\""); look(from) != '"';) {
    const unsigned char *start = from->next;
    while (look(from) >= 0x20 && look(from) != '"' && look(from) != '\\') from->next++;
    [text appendBytes: start length: from->next - start];
    if (look(from) == '"') break;
    expect(from, "\\"); // a control character or the end of the text fails here
    readEscape(from, text);
  }
  from->next++;
  NSString *string = [[[NSString alloc] initWithData: text encoding: NSUTF8StringEncoding] autorelease];
  requireThat(string != nil, @"not UTF-8");
  return [string substringFromIndex: 1];
}

static void readDigits(JSONReader *from) {
  requireThat(isdigit(look(from)), @"bad number");
  while (isdigit(look(from))) from->next++;
}

static NSNumber *readNumber(JSONReader *from) {
  static locale_t plain = 0; // a number must not depend on the decimal comma of the user's locale
  if (!plain) plain = newlocale(LC_ALL_MASK, "C", 0);
  const unsigned char *start = from->next;
  if (look(from) == '-') from->next++;
  if (look(from) == '0') from->next++; else readDigits(from);
  if (look(from) == '.') { from->next++; readDigits(from); }
  if ((look(from) | 32) == 'e') {
    from->next++;
    if (look(from) == '+' || look(from) == '-') from->next++;
    readDigits(from);
  }
  NSMutableData *digits = [NSMutableData dataWithBytes: start length: from->next - start];
  [digits appendBytes: "" length: 1];
  return [NSNumber numberWithDouble: strtod_l([digits bytes], NULL, plain)];
}

static id readValue(JSONReader *from) {
  switch (skipSpace(from)) {
    case '"': return readString(from);
    case 't': expect(from, "true"); return [NSNumber numberWithBool: YES];
    case 'f': expect(from, "false"); return [NSNumber numberWithBool: NO];
    case 'n': expect(from, "null"); return [NSNull null];
    case '{': case '[': break;
    default: return readNumber(from);
  }
  requireThat(++from->depth <= MaxNesting, @"nested too deeply");
  BOOL object = *from->next++ == '{';
  char close = object ? '}' : ']';
  id members = object ? (id)[NSMutableDictionary dictionary] : (id)[NSMutableArray array];
  for (BOOL first = YES; !(first && skipSpace(from) == close); first = NO) {
    NSString *key = nil;
    if (object) { skipSpace(from); key = readString(from); skipSpace(from); expect(from, ":"); }
    id value = readValue(from);
    if (object) [members setObject: value forKey: key]; // of duplicate keys, the last one counts
    else [members addObject: value];
    if (skipSpace(from) == close) break;
    expect(from, ",");
  }
  from->next++;
  from->depth--;
  return members;
}

id readJSON(NSData *data) {
  JSONReader from = { [data bytes], (const unsigned char *)[data bytes] + [data length], 0 };
  id value = readValue(&from);
  skipSpace(&from);
  requireThat(from.next == from.end, @"text after the JSON value");
  return value;
}
