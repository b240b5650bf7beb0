// What each flag stands for. A file of vectors takes along the notes of the flags that it uses.
// bug: what a port does wrong; effect: what that leads to; seen: where it was met.

const OWN = 'A trap of the format; every port has to decide it.'
const PUBLIC = 'Public code that makes or reads token04.'
const cpp = 'ZEGO’s C++ and Objective-C assistants.'

export const NOTES = {
  AppIdMismatch: note('The AppID of the token is not compared.', 'A token of one project is taken for one of another.', OWN),
  AppIdRange: note(
    'An AppID outside 1 to 4,294,967,295 is accepted, or one beyond 2^31 is read as negative.',
    'A token that ZEGO refuses with 1002076, or for another project.',
    'Several official assistants accept -1, 1.5 and 2^32.'
  ),
  AppIdType: note(
    'An AppID that is no number is accepted.',
    'app_id is written as a string, and ZEGO refuses the token with 1002076.',
    PUBLIC
  ),
  AppSignAsSecret: note(
    'The AppSign, or a part of it, is taken for the ServerSecret.',
    'ZEGO cannot decrypt the token: 1002033.',
    PUBLIC
  ),
  Astral: note(
    'Characters beyond U+FFFF are counted, escaped or encoded as two.',
    'Wrong limits, CESU-8 or broken escapes.',
    'Languages whose strings are UTF-16.'
  ),
  BadPadding: note(
    'PKCS#7 padding is not checked, or a failure of it has an error of its own.',
    'Altered tokens pass, or the reader is a padding oracle.',
    OWN
  ),
  Base64Canonical: note(
    'Base64 is read leniently: padding, foreign characters, bits behind the end.',
    'Many texts stand for one token: lists of revoked tokens and caches can be dodged.',
    'The base64 decoders of most languages.'
  ),
  Base64LineBreaks: note(
    'Line breaks are written or accepted inside base64.',
    'The token breaks in a header, or ZEGO refuses it.',
    PUBLIC
  ),
  Base64Url: note(
    'The URL alphabet is written or accepted.',
    'ZEGO refuses the token, but only when it has a + or a / in it.',
    PUBLIC
  ),
  BasicToken: note('A token without payload is made or read wrongly.', 'The plain job fails.', OWN),
  BlockBorder: note(
    'A plaintext that ends at or beside the border of a block is padded wrongly.',
    'One token in sixteen fails.',
    OWN
  ),
  Bom: note(
    'A byte order mark before the JSON is not skipped, or one elsewhere is.',
    'Tokens of some writers are refused, or ids change.',
    OWN
  ),
  ByteOrder: note(
    'A length or the expiry is written or read with its bytes the other way round.',
    'Nobody else can read the token.',
    OWN
  ),
  CheckRule: note(
    'A privilege is checked that the project’s rule does not check, or the other way round.',
    'The answer differs from ZEGO’s.',
    'The rules in ZEGO’s guide.'
  ),
  CiphertextLength: note(
    'The length of the ciphertext is not compared with what is there.',
    'Bytes out of bounds are read, or a part is ignored.',
    OWN
  ),
  ClaimMissing: note('A claim that is missing is not noticed.', 'An undefined value is compared, and the token passes.', OWN),
  ClaimType: note('The type of a claim is not checked.', 'ZEGO refuses the token with the code of that claim.', PUBLIC),
  ClockTolerance: note(
    'The tolerance is ignored, or applied the wrong way round.',
    'Tokens are refused between machines whose clocks differ a little.',
    OWN
  ),
  ControlCharacters: note('Control characters are written raw, or not read from escapes.', 'The plaintext is not JSON.', OWN),
  CtimeInFuture: note(
    'A token from the future is accepted, or ctime is rounded up.',
    'A clock that runs wrong goes unnoticed.',
    'ZEGO’s .NET assistant rounds: half of its tokens are made a second in the future.'
  ),
  DoublePadding: note(
    'The plaintext is padded by hand, and the library pads it again.',
    'The plaintext ends with bytes that are not JSON.',
    'Public ports to WebCrypto, and ZEGO’s online tool.'
  ),
  DuplicateKeys: note(
    'Of a key that stands twice, the first one is taken.',
    'Two readers see different claims in one token.',
    'RapidJSON’s FindMember.'
  ),
  EffectiveTimeRange: note(
    'A validity of zero, below, or beyond 24 days is accepted.',
    'The token is expired when it is made, or the sum overflows.',
    'Official assistants accept negative values and 2^63 - 1.'
  ),
  EffectiveTimeType: note(
    'A validity that is no number is accepted.',
    'A string is concatenated to the time instead of added: the token is valid for ages.',
    'ZEGO’s newer Node.js assistant.'
  ),
  EmptyPlaintext: note(
    'A failure to write JSON gives an empty plaintext, which is encrypted all the same.',
    'Code 0 and a token that nobody can use.',
    'ZEGO’s PHP assistant, given invalid UTF-8.'
  ),
  EscapeFlavour: note(
    'JSON escapes are written or read in a way that JSON does not allow, or compared as text.',
    'Ids change on the way, or tokens of other writers are refused.',
    'Each of the eight languages escapes differently.'
  ),
  Expired: note(
    'The expiry is not checked, or off by one: a token is expired at the second of its expiry.',
    'Tokens are good for longer than they say.',
    'Static tokens pasted into clients.'
  ),
  ExpireMismatch: note(
    'The expiry in clear is trusted, or not compared with the one inside.',
    'Whoever holds a token prolongs it.',
    OWN
  ),
  ExpireRange: note(
    'The int64 of the expiry is read or written as 32 bits, in the wrong order, or beyond what a double holds.',
    'Wrong from 2038 or 2106 on.',
    OWN
  ),
  ExplicitModeByte: note('A mode byte of 0 is not read as CBC.', 'Tokens of writers that write it are refused.', OWN),
  FullBlockPadding: note(
    'No block is added where the plaintext fills its last one.',
    'One token in sixteen cannot be read.',
    PUBLIC
  ),
  IvAlphabet: note(
    'The IV is drawn from letters and digits, or otherwise not from all byte values.',
    'Fewer than half of the bits are random.',
    'ZEGO’s assistants draw letters and digits; the one in Python has 64 bits.'
  ),
  IvLength: note(
    'The length of the IV is not checked against the mode.',
    'The cipher throws, or bytes are taken from the wrong place.',
    OWN
  ),
  IvRepeated: note(
    'The IV repeats, for example because it is seeded from the second.',
    'Equal tokens show; with GCM the key stream and the authentication key are lost.',
    `${cpp} 1,000 tokens made in a row had one IV.`
  ),
  Jwt: note('A JSON Web Token is not refused for what it is.', 'The developer looks for a mistake elsewhere.', PUBLIC),
  KeyOrder: note(
    'The order of the claims is relied upon.',
    'Tokens of other writers are refused.',
    'Go, Java and .NET each have an order of their own.'
  ),
  KitToken: note(
    'A Kit Token is taken for a token04, or made from text beyond Latin-1.',
    'UIKit throws in atob or JSON.parse.',
    'ZEGO’s own function throws on ids beyond Latin-1.'
  ),
  LengthWrapped: note(
    'A length beyond 65,535 is written into its 16 bits all the same.',
    'Success is reported for a token that cannot be decoded.',
    'Real assistants; the one in Python crashes at 32,768.'
  ),
  Limits: note('A value at the very edge of its limit is refused or changed.', 'Users with long names cannot log in.', OWN),
  LongUserId: note('A reader applies the limits of a writer.', 'A token that ZEGO takes is refused.', OWN),
  Milliseconds: note(
    'Milliseconds are given where seconds belong.',
    'The token is from the future, or good for a thousand times as long.',
    PUBLIC
  ),
  ModeByte: note(
    'An unknown mode byte is taken for a known one, or the byte is looked for in the wrong place.',
    'A later mode is decrypted as an older one.',
    OWN
  ),
  ModeByteMissing: note('A GCM token lacks its mode byte.', 'Readers take it for CBC with an IV of the wrong length.', PUBLIC),
  ModeNotAllowed: note(
    'A mode is used that was not asked for or not allowed.',
    'A reader that wants authenticated tokens takes CBC.',
    OWN
  ),
  Nonce64Bit: note('The nonce does not fit into an int32.', 'ZEGO refuses the token with 1002080.', PUBLIC),
  NonAscii: note('Characters beyond ASCII are counted or encoded wrongly.', 'Wrong limits, or ids that change.', PUBLIC),
  NonceEnds: note(
    'A nonce at the ends of int32, or a negative one, is refused.',
    'Tokens of Java and of the newer Node.js assistant are refused.',
    OWN
  ),
  NonceRepeated: note('The nonce claim repeats.', 'Tokens made in one second for one user are equal inside.', cpp),
  NotUtf8: note(
    'A plaintext that is not UTF-8 is read with replacement characters.',
    'Two readers see different ids in one token.',
    'The default of most decoders.'
  ),
  NulTruncation: note('A text ends at a NUL.', 'A user id is cut: "ab\\0cd" becomes "ab", another user.', cpp),
  NumberForms: note(
    'A number is refused, or taken for another, because of its form: 1.0, 1e0, -0.',
    'Tokens of other writers are refused.',
    OWN
  ),
  OtherVendor: note(
    'A token of another vendor is not refused as another version.',
    'The developer looks for a mistake elsewhere.',
    PUBLIC
  ),
  PayloadNotJson: note('A payload that is not JSON is accepted.', 'ZEGO refuses the token with 1002075.', PUBLIC),
  PayloadNull: note(
    'A payload of null, or none, is not read as empty.',
    'Basic tokens of some writers are refused.',
    'Official assistants write null; UIKit’s test tokens have none.'
  ),
  PayloadObject: note(
    'The payload is an object inside the claims instead of a JSON string.',
    'ZEGO refuses the token with 1002075.',
    PUBLIC
  ),
  PayloadShape: note(
    'A payload without its mandatory fields is accepted.',
    'A privilege token that grants nothing, or is refused.',
    OWN
  ),
  PlaintextNotJson: note(
    'A plaintext that is no JSON object is accepted, or crashes the reader.',
    'Garbage passes for claims.',
    OWN
  ),
  PrivilegeKey: note(
    'Privilege keys other than 1 and 2 are accepted, or the object may be empty.',
    'A privilege is set that does not exist.',
    PUBLIC
  ),
  PrivilegeToken: note('A payload changes on its way through JSON inside JSON.', 'ZEGO refuses the token with 1002075.', OWN),
  PrivilegeValue: note(
    'Privilege values other than 0 and 1 are accepted, or an absent key is read as granted.',
    'More is allowed than was meant.',
    PUBLIC
  ),
  RoomIdLength: note('The limit of 128 bytes is counted in characters, or not at all.', 'ZEGO refuses the room.', OWN),
  RoomIdMismatch: note('The room of the token is not compared.', 'A token for one room opens another.', PUBLIC),
  SecretCharacters: note(
    'The secret is counted in characters instead of bytes.',
    'A crash, or a key that differs from ZEGO’s.',
    'Each official assistant answers 32 characters of 48 bytes differently.'
  ),
  SecretHexDecoded: note(
    'The secret is decoded as hexadecimal text.',
    'A key of 16 bytes: ZEGO cannot decrypt the token, 1002033.',
    PUBLIC
  ),
  SecretLength: note('A secret of another length than 32 bytes is accepted.', 'Another AES, or a padded key: 1002033.', PUBLIC),
  SecretTruncated: note(
    'A secret that is too long is cut.',
    'A wrong secret goes unnoticed until ZEGO refuses the token.',
    PUBLIC
  ),
  SecretType: note(
    'A secret that is no string is accepted.',
    'A crash with the secret in its text, or a key nobody knows.',
    OWN
  ),
  SecretUndefined: note(
    'The text "undefined" or "null" of a missing variable is used as the secret.',
    'A token under a key that everybody can guess.',
    PUBLIC
  ),
  ServerSecretAsToken: note(
    'The ServerSecret itself is taken for a token.',
    'It is on its way to a client: rotate it.',
    PUBLIC
  ),
  StreamIdList: note(
    'The list of streams is checked wrongly: its type, its items, what null and empty mean.',
    'Streams are allowed or denied that should not be.',
    OWN
  ),
  StrictJson: note(
    'JSON is read leniently: comments, commas, quotation marks, forms of numbers.',
    'Two readers see different things in one token.',
    'json-simple, Newtonsoft.Json and GNUstep read more than JSON.'
  ),
  StringNumber: note(
    'A number inside a string is accepted as a number.',
    'ZEGO refuses the token with the code of that claim.',
    PUBLIC
  ),
  SurroundingCharacters: note(
    'Quotation marks, blanks or a scheme around a token are overlooked.',
    'It works here and fails at ZEGO.',
    PUBLIC
  ),
  TagPosition: note(
    'The tag of GCM stands in front of the ciphertext instead of behind it.',
    'Nobody else can decrypt the token.',
    'Libraries differ in where they put the tag.'
  ),
  Tampered: note('A token that was changed is accepted.', 'Anyone can make tokens.', OWN),
  Token03: note('A token of version 03 is read as version 04.', 'It cannot be decrypted, and nobody knows why.', PUBLIC),
  TokenTooLarge: note(
    'A ciphertext beyond 65,535 bytes is not refused.',
    'Success is reported for a token that cannot be decoded.',
    'Real assistants.'
  ),
  TrailingBytes: note('Bytes behind the token are ignored.', 'Many texts stand for one token.', OWN),
  Truncated: note(
    'A token that is cut short is not refused cleanly.',
    'Bytes out of bounds are read, or the reader crashes.',
    OWN
  ),
  UnixTimestamp: note(
    'A point in time is given where a duration belongs.',
    'A token that is valid for half a century.',
    PUBLIC
  ),
  UnknownClaims: note('A claim that the reader does not know is refused.', 'Tokens of later writers are refused.', OWN),
  UnknownField: note(
    'A field that does not exist is accepted in the payload.',
    'A misspelt restriction restricts nothing.',
    PUBLIC
  ),
  UserIdControlCharacters: note(
    'Control characters in a user id are accepted.',
    'ZEGO refuses the user, or logs are forged.',
    PUBLIC
  ),
  UserIdEmpty: note('An empty user id is accepted.', 'A token for nobody.', 'ZEGO’s .NET assistant.'),
  UserIdLength: note('The limit of 64 bytes is counted in characters, or not at all.', 'ZEGO refuses the user.', OWN),
  UserIdMismatch: note('The user of the token is not compared byte for byte.', 'One user logs in as another.', OWN),
  UserIdType: note('A user id that is no string is accepted.', 'ZEGO refuses the token with 1002077.', PUBLIC),
  Version: note('The version before the base64 is not checked.', 'Something else is decrypted as a token04.', OWN),
  Whitespace: note('White space around or inside JSON is refused, or changed.', 'Tokens of other writers are refused.', OWN),
  WrongSecret: note(
    'A token of another secret is accepted, or its failure differs from that of an altered one.',
    'Anyone can make tokens, or the reader is an oracle.',
    OWN
  )
}

function note(bug, effect, seen) {
  return { bug, effect, seen }
}
