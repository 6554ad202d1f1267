"""How gunicorn serves the product: `section11 serve` starts it with this file."""

import os
from typing import Any

wsgi_app = "section11.config.wsgi:application"
bind = f"{os.environ.get('SECTION11_HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("SECTION11_WEB_PROCESSES", "2"))
threads = int(os.environ.get("SECTION11_WEB_THREADS", "8"))
preload_app = True
graceful_timeout = 10
timeout = 60
loglevel = "error"
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Say where it is, once it answers."""
    print(f"section11 is ready at {os.environ.get('SECTION11_URL', 'http://' + bind)}", flush=True)
