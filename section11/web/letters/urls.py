from django.urls import path

from section11.web.letters import (
    approve_letter,
    approve_letters,
    discard_letter,
    draft_letters,
    edit_letter,
    letter,
    letter_pdf,
    letters,
    own_letter,
    own_letter_pdf,
    own_letters,
)

LETTERS = "p/<slug:partnership>/cycles/<slug:cycle>/letters"
DRAFT = f"{LETTERS}/<int:draft>"
OWN = "o/<slug:organisation>/returns/<int:return_id>/letters"

urlpatterns = [
    path(LETTERS, letters.letters, name="letters"),
    path(f"{LETTERS}/draft", draft_letters.draft_letters, name="draft_letters"),
    path(f"{LETTERS}/approve", approve_letters.approve_letters, name="approve_letters"),
    path(f"{LETTERS}/<int:letter>", letter.letter, name="letter"),
    path(f"{LETTERS}/<int:letter>.pdf", letter_pdf.letter_pdf, name="letter_pdf"),
    path(f"{DRAFT}/edit", edit_letter.edit_letter, name="edit_letter"),
    path(f"{DRAFT}/approve", approve_letter.approve_letter, name="approve_letter"),
    path(f"{DRAFT}/discard", discard_letter.discard_letter, name="discard_letter"),
    path(OWN, own_letters.own_letters, name="own_letters"),
    path(f"{OWN}/<int:letter>", own_letter.own_letter, name="own_letter"),
    path(f"{OWN}/<int:letter>.pdf", own_letter_pdf.own_letter_pdf, name="own_letter_pdf"),
]
