"""Addresses of what happened."""

from django.urls import path

from section11.web.activity.organisation_activity import organisation_activity
from section11.web.activity.partnership_activity import partnership_activity

urlpatterns = [
    path("p/<slug:partnership>/activity/", partnership_activity, name="partnership_activity"),
    path("o/<slug:organisation>/activity/", organisation_activity, name="organisation_activity"),
]
