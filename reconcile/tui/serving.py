"""The review in a browser on this machine: the same app, one process for each page.

The server listens on the loopback address only. A page of another site could still reach it through the
user's own browser; so it answers only requests that name this address and come from its own page, and tells
the browser to fetch nothing from anywhere else.
"""

import shlex
import sys
from collections.abc import Awaitable, Callable, Sequence

import click
from aiohttp import web
from textual_serve.server import Server

HOST = "127.0.0.1"
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LocalServer(Server):  # type: ignore[misc,unused-ignore]
    """Serves one command to the browsers of this machine."""

    def __init__(self, arguments: Sequence[str], port: int) -> None:
        command = shlex.join([sys.executable, "-m", "reconcile", "review", *arguments])
        super().__init__(command, host=HOST, port=port, title="reconcile review")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guarded)
        return app

    @web.middleware  # type: ignore[untyped-decorator,unused-ignore]
    async def _guarded(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Refuse what does not come from the page itself."""
        origin = request.headers.get("Origin")
        if request.host != f"{HOST}:{self.port}" or origin not in (None, self.public_url):
            return web.Response(status=403, text=f"open {self.public_url} itself\n")
        if request.path == "/ws" and origin is None:
            return web.Response(status=403, text="only the page may connect\n")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = (
                "default-src 'self' 'unsafe-inline' 'unsafe-eval' data:; "
                f"connect-src 'self' ws://{HOST}:{self.port}; frame-ancestors 'none'"
            )
        return response

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is; plainly, because a path may hold brackets."""
        click.echo(f"Open {self.public_url} in a browser on this machine; Ctrl+C ends it.")


def serve(arguments: Sequence[str], port: int) -> None:
    """Serve the review until Ctrl+C.

    Args:
        arguments: What ``reconcile review`` is called with for each page.
        port: The port to listen on.

    Raises:
        OSError: The port is taken.
    """
    LocalServer(arguments, port).serve()
