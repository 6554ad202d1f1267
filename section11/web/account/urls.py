from django.urls import path

from section11.web.account import choose_place, invited, kept_text, sign_in, sign_in_code, sign_out, start_here

urlpatterns = [
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-in/code", sign_in_code.sign_in_code, name="sign_in_code"),
    path("sign-out", sign_out.sign_out, name="sign_out"),
    path("invited/<str:token>", invited.invited, name="invited"),
    path("start", start_here.start_here, name="start_here"),
    path("choose-place", choose_place.choose_place, name="choose_place"),
    path("kept-text", kept_text.kept_text, name="kept_text"),
]
