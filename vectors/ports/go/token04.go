// Token04 in Go: makes and reads the tokens that ZEGO's servers check, and serves both as JSON lines
// on stdin and stdout. Only the standard library is needed. The format is described in ../../SPEC.md.
package main

import (
	"bufio"
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"strings"
	"time"
	"unicode/utf8"
)

// ---- Constants and errors ----

const (
	version          = "04"
	modeCBC          = "cbc"
	modeGCM          = "gcm"
	maxAppID         = math.MaxUint32
	maxEffectiveTime = 2073600   // seconds: 24 days
	maxTokenLength   = 87422     // "04" and the base64 of the largest envelope
	maxSafeInteger   = 1<<53 - 1 // what every JSON library can hold in a number
	wrongType        = "\xff"    // not UTF-8: every check refuses it, and no string out of JSON equals it
)

var ivLength = map[string]int{modeCBC: 16, modeGCM: 12}

type tokenError struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Claim   string `json:"claim,omitempty"`
}

func (e *tokenError) Error() string { return e.Code + ": " + e.Message }

func fail(code, message string) error { return &tokenError{Code: code, Message: message} }

// A check that failed stops the ones after it, so their order decides which error is seen.
type check struct {
	failed        bool
	code, message string
}

func firstFailed(checks ...check) error {
	for _, c := range checks {
		if c.failed {
			return fail(c.code, c.message)
		}
	}
	return nil
}

// CBC has no tag, so a wrong key shows as bad padding or as a plaintext that is no JSON object.
// One error for all of them does not tell an attacker which it was.
var errDecryption = fail("DECRYPTION_FAILED", "the token cannot be decrypted with this serverSecret")

// ---- JSON: what encoding/json leaves to its caller ----

// parseJSON takes one strict JSON text. Left alone, encoding/json turns invalid UTF-8 into U+FFFD without
// a word, and a Decoder stops after the first value.
func parseJSON(text string) (value interface{}, err error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF || !utf8.ValidString(text) {
		return nil, errors.New("invalid UTF-8, or text after the JSON value")
	}
	return value, nil
}

// integer reads a number that is whole by value: 1, 1.0 and 1e0 alike, but never "1" or true.
func integer(value interface{}, min, max int64) (int64, bool) {
	number, _ := value.(json.Number)
	whole, err := number.Int64()
	if err != nil {
		f, err := number.Float64()
		if err != nil || f != math.Trunc(f) || math.Abs(f) > maxSafeInteger {
			return -1, false
		}
		whole = int64(f)
	}
	if whole < min || whole > max {
		return -1, false
	}
	return whole, true
}

type object map[string]interface{}

func (o object) has(key string) bool {
	_, given := o[key]
	return given
}

// text reads a string field. A value of a wrong type is left to the check of that field, to keep the order.
func (o object) text(key, missing string) string {
	if !o.has(key) {
		return missing
	} else if text, isString := o[key].(string); isString {
		return text
	}
	return wrongType
}

// number and whole panic where a case makes no sense. run turns that into the error INTERNAL.
func (o object) number(key string, missing int64) float64 {
	if !o.has(key) {
		return float64(missing)
	}
	number, err := o[key].(json.Number).Float64()
	if err != nil {
		panic(err)
	}
	return number
}

func (o object) whole(key string) int64 {
	value, ok := integer(o[key], math.MinInt64, math.MaxInt64)
	if !ok {
		panic(key + " must be a whole number")
	}
	return value
}

// ---- Payload ----

// validatePayload checks a privilege payload and returns its room; the empty payload names none.
func validatePayload(payload string) (roomID string, err error) {
	if payload == "" {
		return "", nil
	}
	parsed, _ := parseJSON(payload)
	// Maps, not a struct: into a struct encoding/json would also accept the key "ROOM_ID".
	fields, isObject := parsed.(map[string]interface{})
	unknownKey, badPrivilege, badStream := false, false, false
	for key := range fields {
		unknownKey = unknownKey || key != "room_id" && key != "privilege" && key != "stream_id_list"
	}
	roomID, _ = fields["room_id"].(string)
	privilege, _ := fields["privilege"].(map[string]interface{})
	for key, value := range privilege {
		_, isBit := integer(value, 0, 1)
		badPrivilege = badPrivilege || !isBit || key != "1" && key != "2"
	}
	streamIDs, isList := fields["stream_id_list"].([]interface{})
	for _, item := range streamIDs {
		streamID, _ := item.(string)
		badStream = badStream || streamID == "" || utf8.RuneCountInString(streamID) > 256
	}
	const code = "INVALID_PAYLOAD"
	return roomID, firstFailed(
		check{!isObject, code, "payload must be empty or the text of a JSON object"},
		check{unknownKey, code, "payload may hold only room_id, privilege and stream_id_list"},
		check{roomID == "" || len(roomID) > 128, code, "room_id must be a string of 1 to 128 bytes"},
		check{len(privilege) == 0 || badPrivilege, code, "privilege must hold 1, 2 or both, each 0 or 1"},
		check{!isList && fields["stream_id_list"] != nil, code, "stream_id_list must be null or an array"},
		check{badStream, code, "each stream ID must be a string of 1 to 256 characters"})
}

// ---- Claims ----

// claims is the plaintext of a token. The fields stand in the order in which Go writers emit them.
type claims struct {
	AppID   int64  `json:"app_id"`
	UserID  string `json:"user_id"`
	CTime   int64  `json:"ctime"`
	Expire  int64  `json:"expire"`
	Nonce   int64  `json:"nonce"`
	Payload string `json:"payload"`
}

// Go 1.22 began to write \b and \f. This keeps the spelling of the versions before, so that all make the
// same bytes. The pair \\ comes first, to step over escaped backslashes.
var escapes = strings.NewReplacer(`\\`, `\\`, `\b`, `\u0008`, `\f`, `\u000c`)

func (c claims) encode() []byte {
	text, _ := json.Marshal(c) // cannot fail: numbers and strings only
	return []byte(escapes.Replace(string(text)))
}

func decodeClaims(plaintext []byte, mode string) (c claims, err error) {
	parsed, err := parseJSON(strings.TrimPrefix(string(plaintext), "\ufeff")) // may begin with a byte order mark
	fields, isObject := parsed.(map[string]interface{})
	if (err != nil || !isObject) && mode == modeCBC {
		return c, errDecryption
	} else if err != nil || !isObject {
		return c, fail("INVALID_CLAIMS", "the plaintext is not a JSON object")
	}
	var ok [6]bool
	c.AppID, ok[0] = integer(fields["app_id"], 0, maxAppID)
	c.UserID, ok[1] = fields["user_id"].(string)
	c.Nonce, ok[2] = integer(fields["nonce"], math.MinInt32, math.MaxInt32)
	c.CTime, ok[3] = integer(fields["ctime"], -maxSafeInteger, maxSafeInteger)
	c.Expire, ok[4] = integer(fields["expire"], -maxSafeInteger, maxSafeInteger)
	c.Payload, ok[5] = fields["payload"].(string)
	ok[5] = ok[5] || fields["payload"] == nil // null, or left out
	for i, claim := range []string{"app_id", "user_id", "nonce", "ctime", "expire", "payload"} {
		if !ok[i] {
			return c, &tokenError{"INVALID_CLAIMS", claim + " is missing or not valid", claim}
		}
	}
	return c, nil
}

// ---- Envelope ----

type envelope struct {
	expire     int64 // in clear, readable without the secret
	iv         []byte
	ciphertext []byte // for GCM with the tag at its end
	mode       string
}

func (e envelope) encode() string {
	var b bytes.Buffer
	binary.Write(&b, binary.BigEndian, e.expire)
	binary.Write(&b, binary.BigEndian, uint16(len(e.iv)))
	b.Write(e.iv)
	binary.Write(&b, binary.BigEndian, uint16(len(e.ciphertext))) // seal sees to it that this cannot wrap
	b.Write(e.ciphertext)
	if e.mode == modeGCM {
		b.WriteByte(1) // the mode byte, which a CBC token goes without
	}
	return version + base64.StdEncoding.EncodeToString(b.Bytes())
}

func decodeEnvelope(token string) (e envelope, err error) {
	isDigit := func(c byte) bool { return c >= '0' && c <= '9' }
	otherVersion := len(token) >= 2 && isDigit(token[0]) && isDigit(token[1]) && token[:2] != version
	const code = "MALFORMED_TOKEN"
	if err := firstFailed(
		check{otherVersion, "UNSUPPORTED_VERSION", "only version 04 is supported"},
		check{!strings.HasPrefix(token, version), code, "a token begins with 04"},
		check{len(token) > maxTokenLength, code, "the token is too long"}); err != nil {
		return e, err
	}
	// Strict wants zero trailing bits, but it too skips line breaks.
	rest, err := base64.StdEncoding.Strict().DecodeString(token[len(version):])
	if err != nil || strings.ContainsAny(token, "\r\n") {
		return e, fail(code, "the token is not canonical base64")
	}
	cutShort := false
	take := func(n uint16) []byte {
		if int(n) > len(rest) {
			cutShort, rest = true, make([]byte, n)
		}
		field := rest[:n]
		rest = rest[n:]
		return field
	}
	e.expire = int64(binary.BigEndian.Uint64(take(8)))
	e.iv = take(binary.BigEndian.Uint16(take(2)))
	e.ciphertext = take(binary.BigEndian.Uint16(take(2)))
	e.mode = modeCBC
	if len(rest) == 1 && rest[0] == 1 {
		e.mode = modeGCM
	}
	partialBlock := e.mode == modeCBC && len(e.ciphertext)%aes.BlockSize != 0
	return e, firstFailed(
		check{cutShort || len(rest) > 1, code, "the lengths in the token do not add up"},
		check{len(rest) == 1 && rest[0] > 1, code, "unknown mode byte"},
		check{len(e.iv) != ivLength[e.mode], code, "wrong IV length for the mode"},
		check{len(e.ciphertext) < 16 || partialBlock, code, "wrong ciphertext length for the mode"},
		check{e.expire < -maxSafeInteger || e.expire > maxSafeInteger, code, "expire is out of range"})
}

// The key is the secret's own 32 bytes: bytes, not characters, and never hex-decoded.
func checkSecret(serverSecret string) check {
	return check{len(serverSecret) != 32, "INVALID_SERVER_SECRET", "serverSecret must be a string of 32 bytes"}
}

// newCipher cannot fail, because checkSecret comes before it: a wrong key length is the only error there is.
func newCipher(serverSecret string) (cipher.Block, cipher.AEAD) {
	block, _ := aes.NewCipher([]byte(serverSecret))
	gcm, _ := cipher.NewGCM(block)
	return block, gcm
}

// seal encrypts the claims and wraps them up. The secret, the mode and the IV have been checked.
func seal(c claims, serverSecret, mode string, iv []byte) (string, error) {
	plaintext := c.encode()
	overhead := 16 // GCM: the tag; CBC: 1 to 16 bytes of PKCS#7 padding, up to the next block border
	if mode == modeCBC {
		overhead -= len(plaintext) % aes.BlockSize
	}
	if len(plaintext)+overhead > math.MaxUint16 {
		return "", fail("TOKEN_TOO_LARGE", "the ciphertext is longer than 65535 bytes")
	}
	block, gcm := newCipher(serverSecret)
	if mode == modeGCM {
		return envelope{c.Expire, iv, gcm.Seal(nil, iv, plaintext, nil), mode}.encode(), nil
	}
	padded := append(plaintext, bytes.Repeat([]byte{byte(overhead)}, overhead)...)
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(padded, padded)
	return envelope{c.Expire, iv, padded, mode}.encode(), nil
}

func (e envelope) open(serverSecret string) ([]byte, error) {
	block, gcm := newCipher(serverSecret)
	if e.mode == modeGCM {
		if plaintext, err := gcm.Open(nil, e.iv, e.ciphertext, nil); err == nil {
			return plaintext, nil
		}
		return nil, errDecryption
	}
	padded := make([]byte, len(e.ciphertext))
	cipher.NewCBCDecrypter(block, e.iv).CryptBlocks(padded, e.ciphertext)
	n := int(padded[len(padded)-1])
	if n < 1 || n > aes.BlockSize || !bytes.HasSuffix(padded, bytes.Repeat([]byte{byte(n)}, n)) {
		return nil, errDecryption
	}
	return padded[:len(padded)-n], nil
}

// ---- Generate ----

// generate makes a token for a user that is good for effectiveTimeInSeconds from now.
func generate(in object) (string, error) {
	appID, isAppID := integer(in["appId"], 1, maxAppID)
	userID, serverSecret := in.text("userId", ""), in.text("serverSecret", "")
	isControl := func(r rune) bool { return r < 0x20 || r == 0x7f }
	badUserID := userID == "" || len(userID) > 64 || !utf8.ValidString(userID) || strings.IndexFunc(userID, isControl) >= 0
	effectiveTime, isTime := integer(in["effectiveTimeInSeconds"], 1, maxEffectiveTime)
	payload, mode := in.text("payload", ""), in.text("mode", modeGCM)
	if err := firstFailed(
		check{!isAppID, "INVALID_APP_ID", "appId must be a whole number from 1 to 4294967295"},
		check{badUserID, "INVALID_USER_ID", "userId must be 1 to 64 bytes of UTF-8 without control characters"},
		checkSecret(serverSecret),
		check{!isTime, "INVALID_EFFECTIVE_TIME", "effectiveTimeInSeconds must be a whole number from 1 to 2073600"},
		check{ivLength[mode] == 0, "INVALID_OPTION", "mode must be cbc or gcm"}); err != nil {
		return "", err
	}
	if _, err := validatePayload(payload); err != nil {
		return "", err
	}
	random := make([]byte, 4+ivLength[mode])
	if _, err := rand.Read(random); err != nil {
		return "", err
	}
	nonce, iv := int64(binary.BigEndian.Uint32(random)>>1), random[4:]
	ctime := time.Now().Unix() // whole seconds, rounded down: never in the future
	return seal(claims{appID, userID, ctime, ctime + effectiveTime, nonce, payload}, serverSecret, mode, iv)
}

// generateFixed seals given claims under a given IV: the same input always makes the same token.
func generateFixed(in object) (string, error) {
	serverSecret, mode := in.text("serverSecret", ""), in.text("mode", modeGCM)
	iv, err := hex.DecodeString(in.text("iv", ""))
	badIV := err != nil || len(iv) == 0 || len(iv) != ivLength[mode]
	if err := firstFailed(checkSecret(serverSecret),
		check{badIV, "INVALID_OPTION", "mode must be cbc or gcm, iv 16 or 12 bytes in hex"}); err != nil {
		return "", err
	}
	given := object(in["claims"].(map[string]interface{}))
	return seal(claims{given.whole("app_id"), given["user_id"].(string), given.whole("ctime"), given.whole("expire"),
		given.whole("nonce"), given["payload"].(string)}, serverSecret, mode, iv)
}

// ---- Read ----

// read decrypts a token and checks all that the secret, a clock and the caller's expectations can tell.
func read(in object) (c claims, err error) {
	serverSecret := in.text("serverSecret", "")
	if err := firstFailed(checkSecret(serverSecret)); err != nil {
		return c, err
	}
	e, err := decodeEnvelope(in.text("token", ""))
	if err != nil {
		return c, err
	}
	modes, _ := in["modes"].([]interface{})
	allowed := !in.has("modes")
	for _, mode := range modes {
		allowed = allowed || mode == e.mode
	}
	if !allowed {
		return c, fail("MODE_NOT_ALLOWED", "tokens in mode "+e.mode+" are not allowed")
	}
	plaintext, err := e.open(serverSecret)
	if err != nil {
		return c, err
	}
	if c, err = decodeClaims(plaintext, e.mode); err != nil {
		return c, err
	}
	now, tolerance := in.number("now", time.Now().Unix()), in.number("clockToleranceInSeconds", 0)
	appID, _ := integer(in["appId"], 0, maxAppID)
	if err := firstFailed(
		check{e.expire != c.Expire, "EXPIRE_MISMATCH", "the expire in clear differs from the one inside"},
		check{now >= float64(c.Expire)+tolerance, "EXPIRED", "the token has expired"},
		check{float64(c.CTime) > now+tolerance, "NOT_YET_VALID", "the token was created in the future"},
		check{in.has("appId") && appID != c.AppID, "APP_ID_MISMATCH", "the token is for another appId"},
		check{in.has("userId") && in["userId"] != c.UserID, "USER_ID_MISMATCH", "the token is for another userId"},
	); err != nil {
		return c, err
	}
	roomID, err := validatePayload(c.Payload)
	if err == nil && in.has("roomId") && (c.Payload == "" || in["roomId"] != roomID) {
		err = fail("ROOM_ID_MISMATCH", "the token is for another room, or for none in particular")
	}
	return c, err
}

// ---- Protocol: JSON lines ----

// run works on one case and names its result: token, claims, error or skipped.
func run(testCase object) (name string, result interface{}) {
	defer func() {
		if trouble := recover(); trouble != nil {
			name, result = "error", fail("INTERNAL", fmt.Sprint(trouble))
		}
	}()
	input, _ := testCase["input"].(map[string]interface{})
	var err error
	switch testCase["op"] {
	case "generate":
		name = "token"
		result, err = generate(input)
	case "generate-fixed":
		name = "token"
		result, err = generateFixed(input)
	case "read":
		name = "claims"
		result, err = read(input)
	default:
		return "skipped", "unknown op"
	}
	if _, isRefusal := err.(*tokenError); isRefusal {
		return "error", err
	} else if err != nil {
		return "error", fail("INTERNAL", err.Error())
	}
	return name, result
}

func answer(request object) object {
	switch request["cmd"] {
	case "start":
		return object{"version": 1, "flavour": "go", "modes": []string{modeCBC, modeGCM},
			"capabilities":   []string{"generate", "generate-fixed", "read"},
			"implementation": object{"name": "zego-token04 port (Go)", "language": "Go", "version": "1.0.0"}}
	case "run":
		testCase, _ := request["case"].(map[string]interface{})
		name, result := run(testCase)
		return object{"seq": request["seq"], name: result}
	default:
		return object{"seq": request["seq"], "error": fail("INTERNAL", "the line is no command")}
	}
}

func main() {
	in, out := bufio.NewReader(os.Stdin), json.NewEncoder(os.Stdout) // a Scanner would stop at lines of 64 KiB
	for {
		line, end := in.ReadString('\n')
		if strings.TrimSpace(line) != "" {
			parsed, _ := parseJSON(line)
			request, _ := parsed.(map[string]interface{})
			if request["cmd"] == "stop" {
				return
			}
			if err := out.Encode(answer(request)); err != nil {
				log.Fatal(err)
			}
		}
		if end != nil {
			return
		}
	}
}
