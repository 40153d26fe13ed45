# The token route in Ruby: it tells Inlay, signed, who is asking. Nothing but the standard library. TOKEN_ROUTE is a Rack
# application: `map("/inlay/token") { run TOKEN_ROUTE }` in config.ru, or `post "/inlay/token", to: TOKEN_ROUTE` among the
# routes of Rails. One of your site's keys has to be in the environment.
require "json"
require "openssl"
require "securerandom"

# Yours: who sent these cookies, by your own session, as [id, email]; nil where nobody is signed in.
require_relative "session"

SITE = ENV.fetch("INLAY_SITE", "site_…")
WORKER = ENV.fetch("INLAY_WORKER", "https://pay.example.com")
KEY_ID = ENV.fetch("INLAY_KEY_ID")
KEY_SECRET = ENV.fetch("INLAY_KEY_SECRET")

def base64url(data)
  [data].pack("m0").tr("+/", "-_").delete("=")
end

def mint_token(user_id, email)
  now = Time.now.to_i
  header = { alg: "HS256", typ: "inlay+jwt", kid: KEY_ID }
  claims = {
    iss: SITE, aud: WORKER, sub: user_id, email: email,
    scope: ["onboard"], iat: now, exp: now + 300, jti: SecureRandom.uuid
  }
  signed = [header, claims].map { |part| base64url(JSON.generate(part)) }.join(".")
  signature = OpenSSL::HMAC.digest("SHA256", KEY_SECRET, signed)
  "#{signed}.#{base64url(signature)}"
end

TOKEN_ROUTE = lambda do |env|
  answer = ->(status, body) do
    [status, { "content-type" => "application/json", "cache-control" => "no-store" }, [JSON.generate(body)]]
  end
  next answer.(405, { error: "Send a POST." }) unless env["REQUEST_METHOD"] == "POST"

  user = signed_in(env["HTTP_COOKIE"])
  next answer.(401, { error: "Sign in first." }) if user.nil?

  answer.(200, { token: mint_token(*user) })
end
