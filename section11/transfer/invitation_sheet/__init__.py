"""The invitation sheet: one row an invitation, as XLSX or CSV. Read, checked, shown, and only then kept."""
