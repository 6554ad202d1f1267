from django.urls import path

from section11.web.public import accessibility_statement, health, help_index, help_page, privacy_notice, start_page

urlpatterns = [
    path("", start_page.start_page, name="start_page"),
    path("help", help_index.help_index, name="help_index"),
    path("help/<slug:page>", help_page.help_page, name="help_page"),
    path("accessibility", accessibility_statement.accessibility_statement, name="accessibility_statement"),
    path("privacy", privacy_notice.privacy_notice, name="privacy_notice"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
