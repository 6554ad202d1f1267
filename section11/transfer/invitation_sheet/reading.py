"""From the bytes of a file to a table of texts, with everything that is wrong with it."""

from section11.transfer.invitation_sheet.delimited import read_delimited
from section11.transfer.invitation_sheet.file_kind import FileKind, file_kind
from section11.transfer.invitation_sheet.table import Problem, Table, table_of
from section11.transfer.invitation_sheet.workbook import FAR_DOWN, LAST_ROW, MERGED, read_workbook


def read_sheet(data: bytes) -> Table:
    """The rows of an invitation sheet. Refuses a file that cannot be read; faults of rows come with the table."""
    if file_kind(data) is FileKind.DELIMITED:
        return table_of(read_delimited(data))
    lines, scan = read_workbook(data)
    table = table_of(lines)
    table.problems += [Problem(_first_row(cells), "", MERGED.format(cells=cells)) for cells in scan.merged]
    if scan.far_down:
        table.problems.append(Problem(LAST_ROW, "", FAR_DOWN))
    return table


def _first_row(cells: str) -> int:
    """The row in which a range like `A2:C4` begins."""
    digits = "".join(c for c in cells.partition(":")[0] if c.isdecimal())
    return int(digits[:7] or 0)
