# The token route in Python: it tells Inlay, signed, who is asking. Nothing but the standard library. `token_route` is a
# WSGI application, for any server that takes one; `python3 inlay_token.py` serves it by itself. One of your site's keys
# has to be in the environment.
import base64, hashlib, hmac, json, os, time, uuid
from wsgiref.simple_server import make_server

# Yours: who sent these cookies, by your own session, as (id, email); None where nobody is signed in.
from session import signed_in

SITE = os.environ.get("INLAY_SITE", "site_…")
WORKER = os.environ.get("INLAY_WORKER", "https://pay.example.com")
KEY_ID = os.environ["INLAY_KEY_ID"]
KEY_SECRET = os.environ["INLAY_KEY_SECRET"]


def base64url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def mint_token(user_id: str, email: str) -> str:
    now = int(time.time())
    header = {"alg": "HS256", "typ": "inlay+jwt", "kid": KEY_ID}
    claims = {
        "iss": SITE, "aud": WORKER, "sub": user_id, "email": email,
        "scope": ["onboard"], "iat": now, "exp": now + 300, "jti": str(uuid.uuid4()),
    }
    signed = b".".join(base64url(json.dumps(part).encode()) for part in (header, claims))
    signature = hmac.new(KEY_SECRET.encode(), signed, hashlib.sha256).digest()
    return (signed + b"." + base64url(signature)).decode()


def token_route(environ, start_response):
    def answer(status, body):
        start_response(status, [("Content-Type", "application/json"), ("Cache-Control", "no-store")])
        return [json.dumps(body).encode()]

    if environ["PATH_INFO"] != "/inlay/token":
        return answer("404 Not Found", {"error": "There is nothing here."})
    if environ["REQUEST_METHOD"] != "POST":
        return answer("405 Method Not Allowed", {"error": "Send a POST."})
    user = signed_in(environ.get("HTTP_COOKIE"))
    if user is None:
        return answer("401 Unauthorized", {"error": "Sign in first."})
    return answer("200 OK", {"token": mint_token(*user)})


if __name__ == "__main__":
    make_server("127.0.0.1", int(os.environ.get("PORT", "3000")), token_route).serve_forever()
