from django.urls import path

from section11.web.reports import (
    figures_csv,
    figures_xlsx,
    journeys_csv,
    journeys_xlsx,
    received_pdf,
    received_xlsx,
    return_copy_pdf,
    return_copy_xlsx,
    submission_pdf,
    submission_xlsx,
)

RETURN = "o/<slug:organisation>/returns/<int:return_id>"
SUBMISSION = f"{RETURN}/submissions/<str:reference>"
CYCLE = "p/<slug:partnership>/cycles/<slug:cycle>"
RECEIVED = "p/<slug:partnership>/submissions/<str:reference>"

urlpatterns = [
    path(f"{RETURN}/copy.pdf", return_copy_pdf.return_copy_pdf, name="return_copy_pdf"),
    path(f"{RETURN}/copy.xlsx", return_copy_xlsx.return_copy_xlsx, name="return_copy_xlsx"),
    path(f"{SUBMISSION}/copy.pdf", submission_pdf.submission_pdf, name="submission_pdf"),
    path(f"{SUBMISSION}/copy.xlsx", submission_xlsx.submission_xlsx, name="submission_xlsx"),
    path(f"{CYCLE}/figures.xlsx", figures_xlsx.figures_xlsx, name="figures_xlsx"),
    path(f"{CYCLE}/figures.csv", figures_csv.figures_csv, name="figures_csv"),
    path(f"{CYCLE}/journeys.xlsx", journeys_xlsx.journeys_xlsx, name="journeys_xlsx"),
    path(f"{CYCLE}/journeys.csv", journeys_csv.journeys_csv, name="journeys_csv"),
    path(f"{RECEIVED}/copy.pdf", received_pdf.received_pdf, name="received_pdf"),
    path(f"{RECEIVED}/copy.xlsx", received_xlsx.received_xlsx, name="received_xlsx"),
]
