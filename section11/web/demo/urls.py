from django.urls import path

from section11.web.demo import demo_email, demo_emails, demo_sign_in

urlpatterns = [
    path("demo/sign-in", demo_sign_in.demo_sign_in, name="demo_sign_in"),
    path("demo/emails", demo_emails.demo_emails, name="demo_emails"),
    path("demo/emails/<int:number>", demo_email.demo_email, name="demo_email"),
]
