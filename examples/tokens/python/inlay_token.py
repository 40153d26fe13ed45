# A user token for Inlay, with nothing but Python's standard library.
import base64, hashlib, hmac, json, os, sys, time, uuid


def base64url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def mint_token(user_id: str, email: str) -> str:
    now = int(time.time())
    header = {"alg": "HS256", "typ": "inlay+jwt", "kid": os.environ["INLAY_KEY_ID"]}
    claims = {
        "iss": os.environ["INLAY_SITE"], "aud": os.environ["INLAY_WORKER"], "sub": user_id, "email": email,
        "scope": ["onboard"], "iat": now, "exp": now + 300, "jti": str(uuid.uuid4()),
    }
    signed = b".".join(base64url(json.dumps(part).encode()) for part in (header, claims))
    signature = hmac.new(os.environ["INLAY_KEY_SECRET"].encode(), signed, hashlib.sha256).digest()
    return (signed + b"." + base64url(signature)).decode()


if __name__ == "__main__":
    print(mint_token(sys.argv[1], sys.argv[2]))
