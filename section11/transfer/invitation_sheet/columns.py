"""The columns of an invitation sheet. Public and stable: docs/formats/ tells of them."""

REQUIRED = ("name", "sector", "duty_basis", "lead_name", "lead_email", "form")
OPTIONAL = ("unit", "signatory_name", "signatory_email", "due", "contract")
COLUMNS = REQUIRED + OPTIONAL
MEANINGS: dict[str, str] = {
    "name": "The organisation's name. One that takes part already is found by it",
    "sector": "One of your sectors, by its key or name",
    "duty_basis": "Why it takes part; several with ; between them",
    "lead_name": "The person who compiles the return",
    "lead_email": "Where the invitation goes",
    "form": "full, light, tiny for groups without paid staff where the standards have it, or review for those who sent a return before",
    "unit": "A department, service or site that answers for itself. Empty: the whole organisation",
    "signatory_name": "The senior person who approves the return",
    "signatory_email": "Their email address",
    "due": "Its own due date, like 2027-03-31 or 31/03/2027. Empty: the audit's",
    "contract": "The number or name of a contract, if you want to note it",
}
MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 2000  # all or none, in one transaction: three seconds of work while nobody else can save
LONGEST_CELL = 2000


def heading_of(text: str) -> str:
    """A heading as typed, in the form in which headings are compared: `Lead email` is `lead_email`."""
    return "_".join(text.replace("_", " ").replace("-", " ").split()).lower()
