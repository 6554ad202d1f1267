from django.urls import path

from section11.web.panels import (
    add_slot,
    cancel_panel,
    change_panel,
    change_slot,
    hold_panel,
    own_panel_calendar,
    own_panels,
    pack,
    pack_pdf,
    panel,
    panel_calendar,
    panel_pack,
    panel_pack_pdf,
    panels,
    plan_panel,
    record_outcome,
    remove_slot,
    tell_panel,
)

PANELS = "p/<slug:partnership>/cycles/<slug:cycle>/panels"
PANEL = f"{PANELS}/<int:panel>"
SLOT = f"{PANEL}/slots/<int:slot>"
OWN = "o/<slug:organisation>/returns/<int:return_id>/panels"

urlpatterns = [
    path(PANELS, panels.panels, name="panels"),
    path(f"{PANELS}/new", plan_panel.plan_panel, name="plan_panel"),
    path(PANEL, panel.panel, name="panel"),
    path(f"{PANEL}/change", change_panel.change_panel, name="change_panel"),
    path(f"{PANEL}/cancel", cancel_panel.cancel_panel, name="cancel_panel"),
    path(f"{PANEL}/tell", tell_panel.tell_panel, name="tell_panel"),
    path(f"{PANEL}/close", hold_panel.hold_panel, name="hold_panel"),
    path(f"{PANEL}/calendar.ics", panel_calendar.panel_calendar, name="panel_calendar"),
    path(f"{PANEL}/packs", panel_pack.panel_pack, name="panel_pack"),
    path(f"{PANEL}/packs/<int:pack>.pdf", panel_pack_pdf.panel_pack_pdf, name="panel_pack_pdf"),
    path(f"{PANEL}/slots/new", add_slot.add_slot, name="add_slot"),
    path(f"{SLOT}/change", change_slot.change_slot, name="change_slot"),
    path(f"{SLOT}/remove", remove_slot.remove_slot, name="remove_slot"),
    path(f"{SLOT}/outcome", record_outcome.record_outcome, name="record_outcome"),
    path(f"{SLOT}/pack", pack.pack, name="pack"),
    path(f"{SLOT}/pack.pdf", pack_pdf.pack_pdf, name="pack_pdf"),
    path(OWN, own_panels.own_panels, name="own_panels"),
    path(f"{OWN}/<int:slot>.ics", own_panel_calendar.own_panel_calendar, name="own_panel_calendar"),
]
