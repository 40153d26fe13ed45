"""
Who is signed in: replace this with your own session. It stands in for one, so that the example needs no sign-in page, and
it believes whatever the cookie says, which your backend must never do.
"""
import re


def signed_in(cookies):
    """@param cookies the request's Cookie header, or None. Answers (id, email), or None where nobody is signed in."""
    found = re.search(r"(?:^|; )user=([\w-]+)", cookies or "")
    return (found[1], f"zoé.{found[1]}@rocketrides.example") if found else None
