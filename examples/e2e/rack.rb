# Serves a Rack application over plain sockets, one request at a time, for Ruby comes with no server: PORT, and the file that
# has it as TOKEN_ROUTE.
require "socket"
require_relative "../tokens/#{ARGV.fetch(0)}"

server = TCPServer.new("127.0.0.1", ENV.fetch("PORT"))
loop do
  client = server.accept
  method, path, = client.gets.to_s.split
  headers = {}
  while (line = client.gets.to_s.chomp) != ""
    name, value = line.split(": ", 2)
    headers["HTTP_#{name.upcase.tr('-', '_')}"] = value
  end
  env = { "REQUEST_METHOD" => method, "SCRIPT_NAME" => path, "PATH_INFO" => "", **headers }
  status, fields, body = path == "/inlay/token" ? TOKEN_ROUTE.call(env) : [404, {}, []]
  client.write("HTTP/1.1 #{status} .\r\n#{fields.map { |field| "#{field.join(': ')}\r\n" }.join}Connection: close\r\n\r\n")
  body.each { |part| client.write(part) }
  client.close
end
