from django.urls import path

from section11.web.notices import email, emails

urlpatterns = [
    path("p/<slug:partnership>/emails", emails.emails, name="emails"),
    path("p/<slug:partnership>/emails/<int:email_id>", email.email, name="email"),
]
