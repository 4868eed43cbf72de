"""Style sheets from installed packages, served from this machine: nothing is fetched from elsewhere."""

import importlib.metadata
from importlib.util import find_spec
from pathlib import Path

from flask import Flask, Response, send_file

BOOTSTRAP_PATH = "/bibliotek/bootstrap.min.css"


def bootstrap_file() -> Path:
    """Bootstrap's style sheet in the package that carries it."""
    # The package itself is not imported: it is a Flask extension, and only its file is wanted.
    spec = find_spec("flask_bootstrap")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("flask_bootstrap")
    return Path(spec.origin).parent / "static" / "bootstrap5" / "css" / "bootstrap.min.css"


def bootstrap_address() -> str:
    """The style sheet's address with its version, so that browsers may keep it."""
    return f"{BOOTSTRAP_PATH}?v={importlib.metadata.version('bootstrap-flask')}"


def add_libraries(server: Flask) -> None:
    """Serve Bootstrap's style sheet."""
    file = bootstrap_file()

    @server.get(BOOTSTRAP_PATH)
    def bootstrap() -> Response:
        return send_file(file, mimetype="text/css")
