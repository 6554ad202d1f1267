from django.urls import path

from section11.web.cycles import (
    ask_reminders,
    change_invitation,
    check_cycle,
    choose_edition,
    choose_forms,
    close_cycle,
    cycle_setup,
    cycles,
    discard_invitation_sheet,
    download_register,
    exempt_invitation,
    extend_invitations,
    invitation,
    invitation_template,
    invitation_upload,
    invite_again,
    invite_unit,
    log_contact,
    new_cycle,
    open_cycle,
    preview_emails,
    register_of_returns,
    reinstate_invitation,
    rename_cycle,
    set_bands,
    set_dates,
    today,
    upload_invitation_sheet,
    whom_to_invite,
    withdraw_invitations,
    write_emails,
    write_local_statements,
)

PARTNERSHIP = "p/<slug:partnership>"
CYCLE = f"{PARTNERSHIP}/cycles/<slug:cycle>"
SETUP = f"{CYCLE}/set-up"
REGISTER = f"{CYCLE}/register"
INVITATIONS = f"{CYCLE}/invitations"
UPLOAD = f"{INVITATIONS}/sheets/<int:upload>"
INVITATION = f"{INVITATIONS}/<int:invitation>"

urlpatterns = [
    path(f"{PARTNERSHIP}/today", today.today, name="today"),
    path(f"{PARTNERSHIP}/cycles", cycles.cycles, name="cycles"),
    path(f"{PARTNERSHIP}/cycles/new", new_cycle.new_cycle, name="new_cycle"),
    path(SETUP, cycle_setup.cycle_setup, name="cycle_setup"),
    path(f"{SETUP}/title", rename_cycle.rename_cycle, name="rename_cycle"),
    path(f"{SETUP}/edition", choose_edition.choose_edition, name="choose_edition"),
    path(f"{SETUP}/forms", choose_forms.choose_forms, name="choose_forms"),
    path(f"{SETUP}/dates", set_dates.set_dates, name="set_dates"),
    path(f"{SETUP}/bands", set_bands.set_bands, name="set_bands"),
    path(f"{SETUP}/local-statements", write_local_statements.write_local_statements, name="write_local_statements"),
    path(f"{SETUP}/whom", whom_to_invite.whom_to_invite, name="whom_to_invite"),
    path(f"{SETUP}/whom/again", invite_again.invite_again, name="invite_again"),
    path(f"{SETUP}/emails", write_emails.write_emails, name="write_emails"),
    path(f"{SETUP}/emails/preview", preview_emails.preview_emails, name="preview_emails"),
    path(f"{SETUP}/check", check_cycle.check_cycle, name="check_cycle"),
    path(f"{SETUP}/open", open_cycle.open_cycle, name="open_cycle"),
    path(f"{CYCLE}/close", close_cycle.close_cycle, name="close_cycle"),
    path(REGISTER, register_of_returns.register_of_returns, name="register_of_returns"),
    path(f"{REGISTER}/download", download_register.download_register, name="download_register"),
    path(f"{REGISTER}/remind", ask_reminders.ask_reminders, name="ask_reminders"),
    path(f"{REGISTER}/extend", extend_invitations.extend_invitations, name="extend_invitations"),
    path(f"{REGISTER}/withdraw", withdraw_invitations.withdraw_invitations, name="withdraw_invitations"),
    path(f"{INVITATIONS}/new", invite_unit.invite_unit, name="invite_unit"),
    path(f"{INVITATIONS}/template", invitation_template.invitation_template, name="invitation_template"),
    path(f"{INVITATIONS}/upload", upload_invitation_sheet.upload_invitation_sheet, name="upload_invitation_sheet"),
    path(UPLOAD, invitation_upload.invitation_upload, name="invitation_upload"),
    path(f"{UPLOAD}/discard", discard_invitation_sheet.discard_invitation_sheet, name="discard_invitation_sheet"),
    path(INVITATION, invitation.invitation, name="invitation"),
    path(f"{INVITATION}/change", change_invitation.change_invitation, name="change_invitation"),
    path(f"{INVITATION}/exempt", exempt_invitation.exempt_invitation, name="exempt_invitation"),
    path(f"{INVITATION}/reinstate", reinstate_invitation.reinstate_invitation, name="reinstate_invitation"),
    path(f"{INVITATION}/log-contact", log_contact.log_contact, name="log_contact"),
]
