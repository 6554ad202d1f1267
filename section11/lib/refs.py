"""References: how one thing names another without a foreign key (`person:3f…`, `submission:12`)."""


def ref(kind: str, key: object) -> str:
    """`kind:key`."""
    return f"{kind}:{key}"


def kind_of(reference: str) -> str:
    """The part before the colon."""
    return reference.partition(":")[0]


def key_of(reference: str) -> str:
    """The part after the colon."""
    return reference.partition(":")[2]
