from django.urls import path

from section11.web.jobs import job

urlpatterns = [
    path("p/<slug:partnership>/jobs/<uuid:job>", job.job, name="job"),
]
