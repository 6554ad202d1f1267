from django.urls import path

from section11.web.directory import (
    add_colleague,
    add_person,
    approve_registration,
    bounced_people,
    change_role,
    colleagues,
    declare_home_organisation,
    decline_registration,
    edit_participation,
    edit_partnership,
    end_colleague,
    end_membership,
    end_person,
    hand_over,
    invite_person,
    organisation_people,
    organisations,
    register,
    register_organisation,
    registration_sent,
    registrations,
    replace_lead,
    sector_leads,
    set_sector_lead,
    show_organisation,
)

PARTNERSHIP = "p/<slug:partnership>"
COLLEAGUE = f"{PARTNERSHIP}/colleagues/<int:membership>"
REGISTRATION = f"{PARTNERSHIP}/registrations/<int:registration>"
PARTICIPATION = f"{PARTNERSHIP}/organisations/<slug:participation>"
PEOPLE = "o/<slug:organisation>/people"

urlpatterns = [
    path(f"{PARTNERSHIP}/colleagues", colleagues.colleagues, name="colleagues"),
    path(f"{PARTNERSHIP}/colleagues/add", add_colleague.add_colleague, name="add_colleague"),
    path(f"{COLLEAGUE}/role", change_role.change_role, name="change_role"),
    path(f"{COLLEAGUE}/home", declare_home_organisation.declare_home_organisation, name="declare_home_organisation"),
    path(f"{COLLEAGUE}/end", end_colleague.end_colleague, name="end_colleague"),
    path(f"{PARTNERSHIP}/strategic-leads", sector_leads.sector_leads, name="sector_leads"),
    path(f"{PARTNERSHIP}/strategic-leads/<int:sector>", set_sector_lead.set_sector_lead, name="set_sector_lead"),
    path(f"{PARTNERSHIP}/emails/come-back", bounced_people.bounced_people, name="bounced_people"),
    path(f"{PARTNERSHIP}/organisations", organisations.organisations, name="organisations"),
    path(PARTICIPATION, show_organisation.show_organisation, name="show_organisation"),
    path(f"{PARTICIPATION}/edit", edit_participation.edit_participation, name="edit_participation"),
    path(f"{PARTICIPATION}/people/add", add_person.add_person, name="add_person"),
    path(f"{PARTICIPATION}/people/<int:unit_membership>/end", end_person.end_person, name="end_person"),
    path(f"{PARTICIPATION}/people/<int:lead_membership>/replace", replace_lead.replace_lead, name="replace_lead"),
    path(f"{PARTNERSHIP}/registrations", registrations.registrations, name="registrations"),
    path(f"{REGISTRATION}/approve", approve_registration.approve_registration, name="approve_registration"),
    path(f"{REGISTRATION}/decline", decline_registration.decline_registration, name="decline_registration"),
    path(f"{PARTNERSHIP}/settings", edit_partnership.edit_partnership, name="edit_partnership"),
    path(PEOPLE, organisation_people.organisation_people, name="organisation_people"),
    path(f"{PEOPLE}/invite", invite_person.invite_person, name="invite_person"),
    path(f"{PEOPLE}/<int:unit_membership>/end", end_membership.end_membership, name="end_membership"),
    path(f"{PEOPLE}/<int:lead_membership>/hand-over", hand_over.hand_over, name="hand_over"),
    path("register", register.register, name="register"),
    path("register/<slug:partnership>", register_organisation.register_organisation, name="register_organisation"),
    path("register/<slug:partnership>/sent", registration_sent.registration_sent, name="registration_sent"),
]
