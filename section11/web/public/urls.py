from django.urls import path

from section11.web.public import health, start_page

urlpatterns = [
    path("", start_page.start_page, name="start_page"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
