# Who is signed in: replace this with your own session. It stands in for one, so that the example needs no sign-in page, and
# it believes whatever the cookie says, which your backend must never do.

# Takes the request's Cookie header, or nil; answers [id, email], or nil where nobody is signed in.
def signed_in(cookies)
  id = cookies.to_s[/(?:\A|; )user=([\w-]+)/, 1]
  id && [id, "zoé.#{id}@rocketrides.example"]
end
