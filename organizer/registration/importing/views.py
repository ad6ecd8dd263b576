"""Pages on which organizers import a list of attendees."""

from collections.abc import Mapping
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.file import FileField, FileRequired

from organizer.accounts.access import staff_only
from organizer.accounts.models import Role
from organizer.core import clock
from organizer.core.errors import OrganizerError
from organizer.core.forms import Form
from organizer.core.i18n import lazy as _l
from organizer.core.routes import finds
from organizer.events.models import Event
from organizer.people.text import one_line
from organizer.registration import words
from organizer.registration.blueprint import blueprint
from organizer.registration.card_field import Surface
from organizer.registration.importing import service
from organizer.registration.importing.words import column_names, say_note
from organizer.registration.models import ImportDraft

LINES_SHOWN = 300
"""Good lines on the preview; those with something to say are all shown."""


class UploadForm(Form):
    """The list to import."""

    file = FileField(
        _l("File"),
        description=_l("CSV or Excel (.xlsx), up to 10 MB and 5,000 lines."),
        validators=[FileRequired(_l("Please choose a file."))],
        render_kw={"accept": ".csv,.tsv,.txt,.xlsx"},
    )


@blueprint.route("/events/<int:event_id>/attendees/import", methods=["GET", "POST"])
@staff_only(Role.ORGANIZER)
def upload(event: Event) -> ResponseReturnValue:
    """Take a list, to be looked at before anybody is registered."""
    form = UploadForm()
    if form.validate_on_submit():
        file = form.file.data
        try:
            draft = service.upload(event.id, one_line(file.filename), file.read(), at=clock.now())
        except OrganizerError as error:
            form.refuse(error)
        else:
            return _to_preview(event, draft.id)
    page = render_template("registration/upload.html", event=event, form=form)
    return page, 422 if request.method == "POST" else 200


@blueprint.get("/events/<int:event_id>/attendees/import/<int:draft_id>")
@staff_only(Role.ORGANIZER)
def preview(event: Event, draft: ImportDraft) -> ResponseReturnValue:
    """Show what would be registered, what is wrong, and what is left out."""
    return _preview_page(event, draft)


@blueprint.post("/events/<int:event_id>/attendees/import/<int:draft_id>/columns")
@staff_only(Role.ORGANIZER)
def read_columns(event: Event, draft: ImportDraft) -> ResponseReturnValue:
    """Read the list with other columns than guessed."""
    draft_id = draft.id
    try:
        there = service.read_columns_as(draft_id, request.form.getlist("column"))
    except OrganizerError as error:
        return _preview_page(event, draft, refusal=error.message), 422
    # A list that was confirmed at this very moment is found no more; its page says so.
    return _to_preview(event, draft_id) if there else abort(404)


@blueprint.post("/events/<int:event_id>/attendees/import/<int:draft_id>/confirm")
@staff_only(Role.ORGANIZER)
def confirm(event: Event, draft_id: int) -> ResponseReturnValue:
    """Register all good lines."""
    expected = request.form.get("expected", default=-1, type=int)
    try:
        count = service.confirm(event.id, draft_id, expected=expected, at=clock.now())
    except OrganizerError as error:
        draft = service.find_draft(event.id, draft_id, at=clock.now()) or abort(404)
        return _preview_page(event, draft, refusal=error.message), 409
    if count is None:
        flash(_("This list was confirmed or discarded already, or is too old."), "warning")
    else:
        flash(_("Registered from the list: %(count)s.", count=count), "success")
    return redirect(url_for("registration.attendees", event_id=event.id))


@blueprint.post("/events/<int:event_id>/attendees/import/<int:draft_id>/discard")
@staff_only(Role.ORGANIZER)
def discard(event: Event, draft_id: int) -> ResponseReturnValue:
    """Forget the uploaded list."""
    service.discard(event.id, draft_id)
    flash(_("The uploaded list is deleted. Nobody was registered."), "success")
    return redirect(url_for("registration.attendees", event_id=event.id))


@finds("draft_id", named="draft")
def _find_draft(parts: Mapping[str, Any]) -> ImportDraft | None:
    return service.find_draft(parts["event"].id, parts["draft_id"], at=clock.now())


def _to_preview(event: Event, draft_id: int) -> ResponseReturnValue:
    return redirect(url_for("registration.preview", event_id=event.id, draft_id=draft_id))


def _preview_page(event: Event, draft: ImportDraft, *, refusal: str = "") -> str:
    result = service.preview(draft, event)
    return render_template(
        "registration/preview.html",
        event=event,
        draft=draft,
        result=result,
        refusal=refusal,
        lines_shown=LINES_SHOWN,
        column_names=column_names(),
        say_note=say_note,
        surface=Surface.PREVIEW,
        words=words,
    )
