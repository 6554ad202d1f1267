from django.urls import path

from section11.web.analysis import executive_summary, figure_rows, figures, figures_by_statement

CYCLE = "p/<slug:partnership>/cycles/<slug:cycle>"

urlpatterns = [
    path(f"{CYCLE}/figures", figures.figures, name="figures"),
    path(f"{CYCLE}/figures/rows", figure_rows.figure_rows, name="figure_rows"),
    path(f"{CYCLE}/figures/statements", figures_by_statement.figures_by_statement, name="figures_by_statement"),
    path(f"{CYCLE}/summary", executive_summary.executive_summary, name="executive_summary"),
]
