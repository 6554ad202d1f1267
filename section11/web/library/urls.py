from django.urls import path

from section11.web.library import library, library_edition, library_standard

EDITION = "library/<slug:tool>/<str:edition>"

urlpatterns = [
    path("library", library.library, name="library"),
    path(EDITION, library_edition.library_edition, name="library_edition"),
    path(f"{EDITION}/<str:standard_ref>", library_standard.library_standard, name="library_standard"),
]
