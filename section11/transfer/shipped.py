"""Where the data is that ships with the product: the library of editions and the demo's files.

They lie beside the package in a checkout and are installed as data files (`share/section11`) from the wheel, so that content
writers find them at the top of the tree and no Python package has to hold them.
"""

import sysconfig
from pathlib import Path

import section11

MAPPINGS = "mappings"  # the folders of the library that hold no editions
WORDS = "words"


def shipped(name: str) -> Path:
    """The folder `library` or `demo`."""
    checkout = Path(section11.__file__).parent.parent
    if (checkout / "pyproject.toml").is_file():
        return checkout / name
    return Path(sysconfig.get_path("data")) / "share" / "section11" / name
