"""When two editions' documents say the same: what is absent and what has its default are equal."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

_DEFAULTS: dict[str, tuple[Any, ...]] = {
    "audience": ("children",),
    "forms": ([], ["full", "light"]),
    "points": (None,),
    **dict.fromkeys(("light", "tiny", "must_meet", "needs_action", "needs_reason"), (False,)),
    **dict.fromkeys(("question", "guidance", "impact"), ("",)),
    **dict.fromkeys(("follows", "prompts", "fit", "not_for", "only_for", "evidence_examples"), ([],)),
    **dict.fromkeys(("guidance_for", "looks_like", "looks_like_for", "evidence_examples_for", "extra"), ({},)),
}


def canonical(value: Any, *, inside_extra: bool = False) -> Any:
    """The document with every part that has its default left out. Under `extra` all stays as it is."""
    if inside_extra:
        return value
    if isinstance(value, Mapping):
        kept = {key: canonical(part, inside_extra=key == "extra") for key, part in value.items()}
        return {key: part for key, part in kept.items() if not _is_default(key, part)}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def content_hash(document: Mapping[str, Any]) -> str:
    """SHA-256 of what a document says."""
    told = json.dumps(canonical(document), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _is_default(key: str, value: Any) -> bool:
    return any(type(value) is type(default) and value == default for default in _DEFAULTS.get(key, ()))
