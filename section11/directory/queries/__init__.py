"""What the directory answers."""

from section11.directory.queries.viewers import viewer_in_organisation, viewer_in_partnership, viewer_of_person

__all__ = ["viewer_in_organisation", "viewer_in_partnership", "viewer_of_person"]
