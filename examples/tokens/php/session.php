<?php
// Who is signed in: replace this with your own session. It stands in for one, so that the example needs no sign-in page, and
// it believes whatever the cookie says, which your backend must never do.

/** The id and the email of who sent this request; null where nobody is signed in. */
function signed_in(): ?array
{
    $id = $_COOKIE['user'] ?? '';
    return preg_match('/^[\w-]+$/', $id) ? [$id, "zoé.$id@rocketrides.example"] : null;
}
