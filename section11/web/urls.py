"""Every address, by package. Each route's name is in the access table."""

from django.urls import include, path

urlpatterns = [
    path("", include("section11.web.public.urls")),
    path("", include("section11.web.library.urls")),
    path("", include("section11.web.account.urls")),
    path("", include("section11.web.demo.urls")),
    path("", include("section11.web.directory.urls")),
    path("", include("section11.web.cycles.urls")),
    path("", include("section11.web.follow_up.urls")),
    path("", include("section11.web.jobs.urls")),
    path("", include("section11.web.notices.urls")),
    path("", include("section11.web.plans.urls")),
    path("", include("section11.web.returns.urls")),
    path("", include("section11.web.challenge.urls")),
    path("", include("section11.web.judging.urls")),
    path("", include("section11.web.panels.urls")),
    path("", include("section11.web.letters.urls")),
    path("", include("section11.web.reports.urls")),
    path("", include("section11.web.analysis.urls")),
    path("", include("section11.web.activity.urls")),
]
