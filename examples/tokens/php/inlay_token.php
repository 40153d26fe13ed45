<?php
// A user token for Inlay, with nothing but PHP itself.

function base64url(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

function mint_token(string $userId, string $email): string
{
    $now = time();
    $header = ['alg' => 'HS256', 'typ' => 'inlay+jwt', 'kid' => getenv('INLAY_KEY_ID')];
    $claims = [
        'iss' => getenv('INLAY_SITE'), 'aud' => getenv('INLAY_WORKER'), 'sub' => $userId, 'email' => $email,
        'scope' => ['onboard'], 'iat' => $now, 'exp' => $now + 300, 'jti' => bin2hex(random_bytes(16)),
    ];
    $signed = base64url(json_encode($header)) . '.' . base64url(json_encode($claims));
    return $signed . '.' . base64url(hash_hmac('sha256', $signed, getenv('INLAY_KEY_SECRET'), true));
}

if (PHP_SAPI === 'cli') echo mint_token($argv[1], $argv[2]), "\n";
