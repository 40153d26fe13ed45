// A user token for Inlay, with nothing but Go's standard library.
package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"
)

func mintToken(userID, email string) (string, error) {
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		return "", err
	}
	now := time.Now().Unix()
	header, err := json.Marshal(map[string]any{"alg": "HS256", "typ": "inlay+jwt", "kid": os.Getenv("INLAY_KEY_ID")})
	if err != nil {
		return "", err
	}
	claims, err := json.Marshal(map[string]any{
		"iss": os.Getenv("INLAY_SITE"), "aud": os.Getenv("INLAY_WORKER"), "sub": userID, "email": email,
		"scope": []string{"onboard"}, "iat": now, "exp": now + 300, "jti": hex.EncodeToString(id),
	})
	if err != nil {
		return "", err
	}
	base64url := base64.RawURLEncoding.EncodeToString
	signed := base64url(header) + "." + base64url(claims)
	mac := hmac.New(sha256.New, []byte(os.Getenv("INLAY_KEY_SECRET")))
	mac.Write([]byte(signed))
	return signed + "." + base64url(mac.Sum(nil)), nil
}

func main() {
	token, err := mintToken(os.Args[1], os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token)
}
