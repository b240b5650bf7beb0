import type { Texts } from './texts.js'

const NEW_TOKEN = 'Have your server make a new token.'
const COPY = 'Copy the whole token again, from the answer of your server.'

/** English. */
export const EN: Texts = {
  words: {
    undefined: 'undefined',
    null: 'null',
    object: 'an object',
    array: 'an array',
    number: 'a number',
    boolean: 'a boolean',
    function: 'a function',
    symbol: 'a symbol',
    bigint: 'a bigint',
    whitespace: 'white space',
    quotes: 'a quotation mark',
    bearer: '"Bearer "',
    bom: 'a byte order mark',
    padding: 'its padding is missing or wrong',
    'stray-bits': 'bits are left over at its end',
    foreign: 'it has characters that base64 does not know',
    'no-version': 'it does not begin with "04"',
    'too-long': 'it is longer than any token',
    'ciphertext-length': 'its ciphertext has an impossible length',
    'expire-range': 'its expiry is out of range'
  },
  texts: {
    NOT_A_STRING: ({ type }) => [
      `The token is no string but ${type}.`,
      'Await the call that makes it, and pass the text itself.'
    ],
    EMPTY: () => ['The token is empty.', 'Check that your server sent one, and that you read the right field of its answer.'],
    SERVER_SECRET_AS_TOKEN: () => [
      'This is the ServerSecret itself, not a token.',
      'Replace the ServerSecret in the ZEGO console if a client may have seen it, and send the client a token made from it.'
    ],
    SURROUNDING_CHARACTERS: ({ what }) => [`There is ${what} around the token.`, 'Remove it before you use the token.'],
    KIT_TOKEN: () => [
      'This is a Kit Token of UIKit, not a token04.',
      'Pass it to UIKit, or use only what stands before the #.'
    ],
    JWT: () => ['This is a JSON Web Token, not a token04.', 'Make the token with generateToken04.'],
    TOKEN03: () => ['This is a token of version 03.', 'Make a token of version 04.'],
    OTHER_VENDOR_TOKEN: ({ vendor }) => [
      `This is a token of another vendor (${vendor}).`,
      'Make the token with generateToken04, from the AppID and ServerSecret of ZEGO.'
    ],
    UNSUPPORTED_VERSION: ({ version }) => [`The token has version "${version}"; expected "04".`, 'Make a token of version 04.'],
    BASE64_URL: () => ['The token is written in the URL alphabet of base64 (- and _).', 'Use standard base64 (+ and /).'],
    BASE64_LINE_BREAKS: () => [
      'There is white space inside the token.',
      'Turn off line breaks in the base64 encoder, and encode the token where you put it into a URL or a form.'
    ],
    BASE64_INVALID: ({ what }) => [`The token is not proper base64: ${what}.`, `Use standard base64 with padding. ${COPY}`],
    MALFORMED_TOKEN: ({ reason }) => [`This is no token04: ${reason}.`, COPY],
    TRUNCATED: ({ missing }) => [
      `The token is cut short by at least ${missing} bytes.`,
      `${COPY} Look for a column or a log line that is too short for it.`
    ],
    LENGTH_WRAPPED: ({ bytes }) => [
      `The ciphertext has ${bytes} bytes; its length field holds at most 65,535, and wrapped.`,
      'Shorten the payload, for example its stream_id_list.'
    ],
    TRAILING_BYTES: ({ bytes }) => [
      `There are ${bytes} bytes too many behind the token.`,
      `${COPY} If your own writer made it, end the token with the mode byte.`
    ],
    MODE_UNKNOWN: ({ byte }) => [
      `The mode byte is ${byte}; expected none or 0 (CBC), or 1 (GCM).`,
      'Write the mode byte as a number, behind the ciphertext.'
    ],
    MODE_BYTE_MISSING: () => ['This is a GCM token without its mode byte.', 'End the token with the byte 1.'],
    IV_LENGTH_INVALID: ({ bytes, mode, expected }) => [
      `The IV has ${bytes} bytes; ${mode} takes ${expected}.`,
      `Use an IV of ${expected} random bytes, and write its length as a uint16, big-endian.`
    ],
    MODE_NOT_ALLOWED: ({ mode }) => [
      `The token uses ${mode}, which is not among the modes that you allow.`,
      'Make the token with an allowed mode, or allow this one.'
    ],
    SECRET_NOT_GIVEN: () => [
      'Without the ServerSecret only what is in clear was looked at.',
      'Pass serverSecret, on a server, for the rest.'
    ],
    INVALID_SERVER_SECRET: () => [
      'serverSecret is neither a string nor what importServerSecret() returned.',
      'Pass the ServerSecret from the ZEGO console.'
    ],
    SECRET_UNDEFINED_TEXT: () => [
      'serverSecret is the text of a value that is missing.',
      'Set the variable that it is read from.'
    ],
    APP_SIGN_AS_SECRET: () => [
      'The AppSign, or a part of it, was used as the ServerSecret.',
      'Use the ServerSecret of the project in the ZEGO console: 32 characters, not 64.'
    ],
    SECRET_WRONG_LENGTH: ({ bytes }) => [
      `serverSecret has ${bytes} bytes of UTF-8; it must have 32.`,
      'Copy the ServerSecret from the ZEGO console, without blanks and line breaks.'
    ],
    SECRET_HEX_DECODED: () => [
      'The token was made with the ServerSecret decoded as hexadecimal text.',
      'Use the 32 characters of the secret themselves as the key.'
    ],
    DECRYPTION_FAILED: () => [
      'The token was not made with this ServerSecret, or was altered.',
      'Compare the ServerSecret and the AppID that your server uses with those in the ZEGO console.'
    ],
    DOUBLE_PADDING: () => [
      'The plaintext was padded by hand, and is padded twice.',
      'Leave padding to the cipher: CBC pads by itself, GCM needs none.'
    ],
    EMPTY_PLAINTEXT: () => [
      'The token is right, but encrypts nothing.',
      'Check that writing the claims as JSON succeeded: text that is not UTF-8 makes it fail.'
    ],
    PLAINTEXT_NOT_JSON: () => [
      'The token is decrypted, but its content is not a JSON object.',
      'Encrypt the claims as one JSON object in UTF-8.'
    ],
    INVALID_CLAIMS: ({ claim }) => [
      `The claim ${claim} is missing or has a wrong type or range.`,
      `Write ${claim} with the type that the specification names.`
    ],
    STRING_NUMBER: ({ claim }) => [
      `The claim ${claim} is a number inside a string.`,
      `Write ${claim} without quotation marks.`
    ],
    NONCE_64_BIT: () => ['The nonce does not fit into 32 bits.', 'Draw the nonce from 0 to 2,147,483,647.'],
    PAYLOAD_NOT_STRING: ({ type }) => [
      `The payload is ${type} inside the claims; it must be a string.`,
      'Turn the payload into JSON text first: JSON.stringify(payload).'
    ],
    MILLISECONDS: ({ claim }) => [
      `The claim ${claim} is in milliseconds.`,
      'Divide the clock by 1000 and cut off the fraction.'
    ],
    EXPIRE_MISMATCH: () => [
      'The expiry in clear differs from the one inside the token: it was altered, or written wrongly.',
      NEW_TOKEN
    ],
    EXPIRED: ({ ago, at }) => [
      `The token expired at ${at}, ${ago} seconds ago.`,
      `${NEW_TOKEN} Let the client ask for one before the expiry: see secondsUntilRenewal().`
    ],
    NOT_YET_VALID: ({ ahead }) => [
      `The token is not valid for another ${ahead} seconds.`,
      'Wait, or allow a clockToleranceInSeconds.'
    ],
    CTIME_IN_FUTURE: ({ ahead }) => [
      `The token says that it was made ${ahead} seconds in the future.`,
      'Synchronise the clock of the server that makes tokens, and cut off fractions of seconds instead of rounding.'
    ],
    LIFETIME_TOO_LONG: ({ days }) => [
      `The token is valid for ${days} days; ZEGO documents at most 24.`,
      'Make tokens for as long as a session lasts, and renew them.'
    ],
    INVALID_APP_ID: () => [
      'The AppID must be a number from 1 to 4,294,967,295.',
      'Use the AppID of the project in the ZEGO console, as a number.'
    ],
    APP_ID_MISMATCH: () => [
      'The token is for another AppID.',
      'Use AppID and ServerSecret of the same project, on the server and in the client.'
    ],
    INVALID_USER_ID: () => [
      'The user id is empty, longer than 64 bytes, or has control characters.',
      'Use an id of 1 to 64 bytes of UTF-8.'
    ],
    USER_ID_TRUNCATED: () => [
      'There is a NUL character in the user id, at which some writers and readers cut it.',
      'Remove NUL characters from user ids.'
    ],
    USER_ID_MISMATCH: () => [
      'The token is for another user.',
      'Make the token for the very user id with which the client logs in.'
    ],
    PAYLOAD_NOT_JSON: () => [
      'The payload is neither empty nor JSON text.',
      'Write the payload with a JSON encoder, or leave it empty.'
    ],
    PAYLOAD_SHAPE: ({ explanation }) => [
      `The payload is not that of a privilege token: ${explanation}`,
      'Build it with privilegePayload().'
    ],
    ROOM_ID_MISMATCH: () => [
      'The token is for another room, or for none in particular.',
      'Make the token for the very room that the client enters.'
    ],
    LOGIN_DENIED: () => [
      'The token does not allow its holder to log in to the room.',
      'Set privilege 1 to 1: privilegePayload({ canLogin: true }).'
    ],
    PUBLISH_DENIED: () => [
      'The token does not allow its holder to publish.',
      'Set privilege 2 to 1: privilegePayload({ canPublish: true }).'
    ],
    STREAM_ID_DENIED: () => ['The stream is not among those that the token allows.', 'Add it to stream_id_list.'],
    CBC_UNAUTHENTICATED: () => [
      'A CBC token is not authenticated: whoever has seen it can change its first bytes.',
      'Make tokens with GCM, unless an old private deployment does not know it.'
    ],
    INVALID_EFFECTIVE_TIME: () => [
      'The token expires before it was made.',
      'Make it with a validity of 1 to 2,073,600 seconds.'
    ],
    INVALID_OPTION: ({ explanation }) => [`An option of the diagnosis is wrong: ${explanation}`, 'Correct the option.'],
    CRYPTO_UNAVAILABLE: () => [
      'This platform has no cryptography to decrypt with.',
      'Use https:// or localhost, or a runtime with WebCrypto.'
    ]
  }
}
