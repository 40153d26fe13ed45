// The token route in Go: it tells Inlay, signed, who is asking. Nothing but the standard library. `go run inlay_token.go
// session.go` serves it by itself. One of your site's keys has to be in the environment.
package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"
)

func setting(name, usual string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	if usual == "" {
		log.Fatalf("Set %s in the environment.", name)
	}
	return usual
}

var (
	site      = setting("INLAY_SITE", "site_…")
	worker    = setting("INLAY_WORKER", "https://pay.example.com")
	keyID     = setting("INLAY_KEY_ID", "")
	keySecret = setting("INLAY_KEY_SECRET", "")
)

func mintToken(userID, email string) (string, error) {
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		return "", err
	}
	now := time.Now().Unix()
	header, err := json.Marshal(map[string]any{"alg": "HS256", "typ": "inlay+jwt", "kid": keyID})
	if err != nil {
		return "", err
	}
	claims, err := json.Marshal(map[string]any{
		"iss": site, "aud": worker, "sub": userID, "email": email,
		"scope": []string{"onboard"}, "iat": now, "exp": now + 300, "jti": hex.EncodeToString(id),
	})
	if err != nil {
		return "", err
	}
	base64url := base64.RawURLEncoding.EncodeToString
	signed := base64url(header) + "." + base64url(claims)
	mac := hmac.New(sha256.New, []byte(keySecret))
	mac.Write([]byte(signed))
	return signed + "." + base64url(mac.Sum(nil)), nil
}

func tokenRoute(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	answer := func(status int, body map[string]string) {
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(body)
	}
	if r.Method != http.MethodPost {
		answer(http.StatusMethodNotAllowed, map[string]string{"error": "Send a POST."})
		return
	}
	// Yours: who sent this request, by your own session, with an id and an email; nil where nobody is signed in.
	user := signedIn(r)
	if user == nil {
		answer(http.StatusUnauthorized, map[string]string{"error": "Sign in first."})
		return
	}
	token, err := mintToken(user.id, user.email)
	if err != nil {
		log.Print(err)
		answer(http.StatusInternalServerError, map[string]string{"error": "No token could be made."})
		return
	}
	answer(http.StatusOK, map[string]string{"token": token})
}

func main() {
	http.HandleFunc("/inlay/token", tokenRoute)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+setting("PORT", "3000"), nil))
}
