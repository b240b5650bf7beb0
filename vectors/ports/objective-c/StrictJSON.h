// A reader of strict RFC 8259 JSON. That of NSJSONSerialization (GNUstep 1.28) takes [1,] [1 2] [01] "\x" and trailing text,
// loses a U+FEFF at the start of a string, refuses some emoji by their position, and overflows the stack on deep nesting.
#import <Foundation/Foundation.h>

@interface NotJSON : NSException // its reason is "lone surrogate" where only Foundation cannot hold what is JSON
@end

// Numbers are doubles; of duplicate keys, the last one counts. Raises NotJSON.
id readJSON(NSData *data);

// -1 where the character is none.
int hexDigit(int character);
