package main

import (
	"net/http"
	"regexp"
)

type user struct{ id, email string }

var plain = regexp.MustCompile(`^[\w-]+$`)

// Who is signed in: replace this with your own session. It stands in for one, so that the example needs no sign-in page, and
// it believes whatever the cookie says, which your backend must never do.
func signedIn(r *http.Request) *user {
	cookie, err := r.Cookie("user")
	if err != nil || !plain.MatchString(cookie.Value) {
		return nil
	}
	return &user{cookie.Value, "zoé." + cookie.Value + "@rocketrides.example"}
}
