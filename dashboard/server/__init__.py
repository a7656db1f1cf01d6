"""Who is answered and how: the token, headers, checks of requests, connections, errors."""
