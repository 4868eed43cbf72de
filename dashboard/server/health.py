"""For whoever watches over the server: is it alive, can it work. Nothing about the data or the version."""

from flask import Flask, Response

from dashboard.server.request_state import copy


def add_health(server: Flask) -> None:
    """Answer /healthz (the process lives) and /readyz (the database answers with the right schema)."""

    @server.get("/healthz")
    def live() -> Response:
        return Response("ok\n", mimetype="text/plain")

    @server.get("/readyz")
    def ready() -> Response:
        if copy().ports.database.ready():
            return Response("ok\n", mimetype="text/plain")
        return Response("not ready\n", status=503, mimetype="text/plain")
