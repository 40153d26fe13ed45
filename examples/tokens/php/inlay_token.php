<?php
// The token route in PHP: it tells Inlay, signed, who is asking. Nothing but PHP itself. Let your server answer /inlay/token
// with this file; `php -S 127.0.0.1:3000 inlay_token.php` serves it by itself. One of your site's keys has to be in the
// environment.

// Yours: who sent this request, by your own session, as [id, email]; null where nobody is signed in.
require __DIR__ . '/session.php';

function setting(string $name, string $usual = ''): string
{
    $value = getenv($name) ?: $usual;
    return $value !== '' ? $value : throw new RuntimeException("Set $name in the environment.");
}

function base64url(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

function mint_token(string $userId, string $email): string
{
    $now = time();
    $header = ['alg' => 'HS256', 'typ' => 'inlay+jwt', 'kid' => setting('INLAY_KEY_ID')];
    $claims = [
        'iss' => setting('INLAY_SITE', 'site_…'), 'aud' => setting('INLAY_WORKER', 'https://pay.example.com'),
        'sub' => $userId, 'email' => $email,
        'scope' => ['onboard'], 'iat' => $now, 'exp' => $now + 300, 'jti' => bin2hex(random_bytes(16)),
    ];
    $signed = base64url(json_encode($header)) . '.' . base64url(json_encode($claims));
    return $signed . '.' . base64url(hash_hmac('sha256', $signed, setting('INLAY_KEY_SECRET'), true));
}

function answer(int $status, array $body): never
{
    http_response_code($status);
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    exit(json_encode($body));
}

if ($_SERVER['REQUEST_METHOD'] !== 'POST') answer(405, ['error' => 'Send a POST.']);
$user = signed_in();
if ($user === null) answer(401, ['error' => 'Sign in first.']);
answer(200, ['token' => mint_token(...$user)]);
