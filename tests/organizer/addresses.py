"""Every address of the app, with ids of things that exist."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import Rule

from organizer.accounts.models import Invitation, Staff
from organizer.badges import background
from organizer.core.db import Model, db, transaction
from organizer.core.jobs import Job
from organizer.events.service import create_event
from organizer.printers.models import Printer
from organizer.registration.models import ImportDraft, Registration
from tests.conftest import event_details

Names = Mapping[str, object]
"""What the parts of addresses name."""

PRINTER = {"name": "Upstairs", "dx_mm": "0", "dy_mm": "0", "back_dx_mm": "0", "back_dy_mm": "0"}


@dataclass(frozen=True)
class Route:
    """One method of one address of the app."""

    rule: Rule
    method: str

    @property
    def name(self) -> str:
        """The route as it is written: GET /events."""
        return f"{self.method} {self.rule.rule}"

    def address(self, app: Flask, names: Names) -> str:
        """Return an address of this route; what no name is known for is a stand-in."""
        filled = {part: names.get(part) or self._stand_in(part) for part in self.rule.arguments}
        with app.test_request_context():
            return app.url_map.bind("localhost").build(
                self.rule.endpoint, filled, method=self.method, force_external=False
            )

    def _stand_in(self, part: str) -> object:
        kind = type(self.rule._converters[part]).__name__.removesuffix("Converter").lower()
        texts = {"string": "A" * 16, "path": "none", "default": "A" * 16, "any": "printers"}
        return {"uuid": UUID(int=1), **texts}.get(kind, 1)


def routes(app: Flask, *methods: str) -> list[Route]:
    """Return all routes of the app with these methods, but for the style and the scripts."""
    return [
        Route(rule, method)
        for rule in app.url_map.iter_rules()
        for method in methods
        if method in (rule.methods or ()) and rule.endpoint != "static"
    ]


def furnish(organization_id: int, owner: FlaskClient) -> Names:
    """Let an organization have one of everything that addresses name; return their ids."""
    event = create_event(organization_id, event_details())
    place = f"/events/{event.id}"
    owner.post(f"{place}/attendees/new", data={"name": f"山田 {event.public_code}"})
    guest = newest(Registration)
    owner.post(
        f"{place}/attendees/import", data={"file": (BytesIO("氏名\n鈴木\n".encode()), "a.csv")}
    )
    owner.post("/staff", data={"note": "Erika", "role": "door"})
    owner.post(f"{place}/print/printers/new", data=PRINTER)
    scan_id = uuid4()
    owner.post(f"{place}/door/scans", data={"scan_id": str(scan_id), "code": guest.code})
    with transaction() as session:
        session.add(Job(kind=background.KIND, subject=event.id, language="en"))
    staff = select(Staff.id).filter_by(organization_id=organization_id).order_by(Staff.id.desc())
    return {
        "event_id": event.id,
        "public_code": event.public_code,
        "registration_id": guest.id,
        "code": guest.code,
        "draft_id": newest(ImportDraft).id,
        "invitation_id": newest(Invitation).id,
        "staff_id": db.session.scalars(staff).first(),
        "row_id": newest(Printer).id,
        "scan_id": scan_id,
        "job_id": newest(Job).id,
    }


def newest(model: Any) -> Any:
    """Return the row that was added last."""
    return db.session.scalars(select(model).order_by(model.id.desc())).first()


def everything_stored() -> Mapping[str, list[Any]]:
    """Return every row of the database."""
    tables = Model.metadata.sorted_tables
    return {t.name: [tuple(r) for r in db.session.execute(select(t))] for t in tables}
