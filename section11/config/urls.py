"""Root addresses: everything is a page of `web`."""

from django.urls import include, path

urlpatterns = [path("", include("section11.web.urls"))]
handler400 = "section11.web.errors.bad_request"
handler403 = "section11.web.errors.forbidden"
handler404 = "section11.web.errors.not_found"
handler500 = "section11.web.errors.server_error"
