"""gunicorn with Brygga's settings, for either process."""

import gc
import logging
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication

from dashboard.settings import Settings


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn; each worker makes the app for itself.

    Args:
        settings: how this copy is run.
        make: gives the app; called in each worker, after the fork, so that no connection is shared.
    """

    def __init__(self, settings: Settings, make: Callable[[], Any]) -> None:
        self.settings = settings
        self._make = make
        super().__init__()

    def load_config(self) -> None:
        """Give gunicorn its settings."""
        settings = self.settings
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        values: dict[str, Any] = {
            "bind": f"{host}:{settings.port}",
            "workers": settings.workers,
            "worker_class": "gthread",
            "threads": settings.threads,
            "timeout": 120,
            "graceful_timeout": 10,
            "keepalive": 15,
            "loglevel": "warning",
            # Only Brygga's own settings say which proxies to believe.
            "forwarded_allow_ips": "",
            "secure_scheme_headers": {},
            "control_socket_disable": True,
        }
        for name, value in values.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Make the app."""
        logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
        server = self._make()
        # What stands from the start is never garbage: looking through it takes a tenth of a second each time.
        gc.collect()
        gc.freeze()
        return server
