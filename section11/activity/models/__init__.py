from section11.activity.models.append_only import AppendOnly
from section11.activity.models.event import ActivityEvent, Stream

__all__ = ["ActivityEvent", "AppendOnly", "Stream"]
