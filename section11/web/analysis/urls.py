from django.urls import path

from section11.web.analysis import (
    executive_summary,
    figure_rows,
    figures,
    figures_by_statement,
    journey_rows,
    journeys,
    journeys_by_statement,
    organisation_journey,
    own_journey,
)

CYCLE = "p/<slug:partnership>/cycles/<slug:cycle>"

urlpatterns = [
    path(f"{CYCLE}/figures", figures.figures, name="figures"),
    path(f"{CYCLE}/figures/rows", figure_rows.figure_rows, name="figure_rows"),
    path(f"{CYCLE}/figures/statements", figures_by_statement.figures_by_statement, name="figures_by_statement"),
    path(f"{CYCLE}/summary", executive_summary.executive_summary, name="executive_summary"),
    path(f"{CYCLE}/journeys", journeys.journeys, name="journeys"),
    path(f"{CYCLE}/journeys/statements", journeys_by_statement.journeys_by_statement, name="journeys_by_statement"),
    path(f"{CYCLE}/journeys/rows", journey_rows.journey_rows, name="journey_rows"),
    path(
        "p/<slug:partnership>/organisations/<slug:participation>/journey",
        organisation_journey.organisation_journey,
        name="organisation_journey",
    ),
    path("o/<slug:organisation>/returns/<int:return_id>/journey", own_journey.own_journey, name="own_journey"),
]
