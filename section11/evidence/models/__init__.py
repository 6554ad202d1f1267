from section11.evidence.models.evidence_item import EvidenceItem

__all__ = ["EvidenceItem"]
