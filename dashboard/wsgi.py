"""What a WSGI server loads: `gunicorn dashboard.wsgi:server`."""

import sys

from dashboard.app import create_app
from dashboard.domain.errors import BryggaError
from dashboard.settings import Settings

try:
    server = create_app(Settings()).server
except BryggaError as error:
    sys.exit(str(error))
