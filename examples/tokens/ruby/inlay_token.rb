# A user token for Inlay, with nothing but Ruby's standard library.
require "json"
require "openssl"
require "securerandom"

def base64url(data)
  [data].pack("m0").tr("+/", "-_").delete("=")
end

def mint_token(user_id, email)
  now = Time.now.to_i
  header = { alg: "HS256", typ: "inlay+jwt", kid: ENV.fetch("INLAY_KEY_ID") }
  claims = {
    iss: ENV.fetch("INLAY_SITE"), aud: ENV.fetch("INLAY_WORKER"), sub: user_id, email: email,
    scope: ["onboard"], iat: now, exp: now + 300, jti: SecureRandom.uuid
  }
  signed = [header, claims].map { |part| base64url(JSON.generate(part)) }.join(".")
  signature = OpenSSL::HMAC.digest("SHA256", ENV.fetch("INLAY_KEY_SECRET"), signed)
  "#{signed}.#{base64url(signature)}"
end

puts mint_token(*ARGV) if $PROGRAM_NAME == __FILE__
