"""Which port to listen on: the one asked for, or the first free one from 8000 on."""

import os
import socket

FIRST, LAST = 8000, 8099


class PortTakenError(Exception):
    """What to tell the person who asked for a port that cannot be had."""


def port_to_use(asked: str | None, host: str) -> int:
    """`asked` (the variable PORT) must be free; without it the default moves on to the next free one."""
    if asked:
        if not asked.isdecimal() or not 0 < int(asked) < 65536:
            raise PortTakenError(f"PORT is {asked!r}. Set it to a number from 1 to 65535.")
        if not is_free(int(asked), host):
            raise PortTakenError(f"Port {asked} cannot be used: something else listens there. Stop that, or set PORT to another number.")
        return int(asked)
    for port in range(FIRST, LAST + 1):
        if is_free(port, host):
            return port
    raise PortTakenError(f"Every port from {FIRST} to {LAST} is taken. Set PORT to one that is free.")


def is_free(port: int, host: str) -> bool:
    """Whether a server may listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def settle_port() -> None:
    """Put the port into the environment, before the settings make the public address of it."""
    os.environ["PORT"] = str(port_to_use(os.environ.get("PORT"), os.environ.get("SECTION11_HOST", "127.0.0.1")))
