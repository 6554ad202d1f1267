"""Secrets that the product makes for itself at first start and keeps in its data folder."""

import os
import secrets
from pathlib import Path


def kept_secret(folder: Path, name: str) -> str:
    """The secret of that name: from `SECTION11_<NAME>`, or the folder, or made now (readable by the owner only)."""
    given = os.environ.get(f"SECTION11_{name.upper()}")
    if given:
        return given
    path = folder / "secrets" / name
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = path.with_suffix(f".{os.getpid()}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(50))
        try:
            os.link(made, path)  # atomic: the first of several processes wins
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text()
