"""Printers that are off, and sheets that people measure themselves."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from PIL import ImageOps

from organizer.core.db import db
from organizer.events.models import Event
from organizer.printers.models import OwnStock, Printer
from organizer.printers.service import rows_of, save
from organizer.registration.models import Registration
from tests.conftest import both_databases
from tests.printables.reading import images_of

MakeAttendees = Callable[..., list[Registration]]
PRINTER = {
    "name": "事務所の複合機",
    "dx_mm": "1.5",
    "dy_mm": "-0.5",
    "back_dx_mm": "0",
    "back_dy_mm": "0",
}
STOCK = {
    "name": "駅前の文具店の用紙",
    "page_w_mm": "210",
    "page_h_mm": "297",
    "cols": "2",
    "rows": "4",
    "w_mm": "90",
    "h_mm": "60",
    "left_mm": "15",
    "top_mm": "20",
    "pitch_x_mm": "90",
    "pitch_y_mm": "62.5",
}
HX = {"HX-Request": "true"}


def add(client: FlaskClient, event: Event, what: str, data: dict[str, str]) -> int:
    answer = client.post(f"/events/{event.id}/print/{what}/new", data=data)
    assert answer.status_code == 302, answer.text
    model = Printer if what == "printers" else OwnStock
    return int(db.session.query(model).order_by(model.id.desc()).first().id)


@both_databases
def test_a_printer_s_correction_moves_the_print(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    printer_id = add(alice, event, "printers", {**PRINTER, "dx_mm": "10", "dy_mm": "5"})
    address, choice = f"/events/{event.id}/print/badges.pdf", {"printer": printer_id}
    printed = [images_of(alice.post(address, data=d).data, dpi=127)[0] for d in ({}, choice)]
    straight, moved = (ImageOps.invert(page).getbbox() for page in printed)
    shifts = [b - a for a, b in zip(straight, moved, strict=True)]
    assert shifts == pytest.approx([50, 25, 50, 25], abs=1)  # 5 pixels to the millimetre


def test_the_printer_that_was_used_last_is_remembered(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 1)
    printer_id = add(alice, event, "printers", PRINTER)
    alice.post(f"/events/{event.id}/print/badges.pdf", data={"printer": printer_id})
    selected = f'<option selected value="{printer_id}">'
    assert selected in alice.get(f"/events/{event.id}/print").text
    alice.post(f"/events/{event.id}/print/printers/{printer_id}/remove")
    page = alice.get(f"/events/{event.id}/print")
    assert page.status_code == 200
    assert selected not in page.text


def test_a_printer_can_be_corrected_again(alice: FlaskClient, event: Event) -> None:
    printer_id = add(alice, event, "printers", PRINTER)
    address = f"/events/{event.id}/print/printers/{printer_id}"
    assert 'value="1.5"' in alice.get(address).text
    alice.post(address, data={**PRINTER, "dx_mm": "0.25"})
    assert [p.dx_mm for p in rows_of(Printer, event.organization_id)] == [0.25]


@both_databases
def test_two_printers_have_two_names(alice: FlaskClient, event: Event) -> None:
    add(alice, event, "printers", PRINTER)
    answer = alice.post(f"/events/{event.id}/print/printers/new", data=PRINTER)
    assert answer.status_code == 422
    assert "This name is taken already." in answer.text


@pytest.mark.parametrize("value", ["", "x", "11", "-10.1", "nan", "inf", "1e400", "１．５mm"])
@pytest.mark.parametrize("field", ["dx_mm", "dy_mm", "back_dx_mm", "back_dy_mm"])
def test_a_correction_is_a_number_of_up_to_ten_millimetres(
    alice: FlaskClient, event: Event, field: str, value: str
) -> None:
    answer = alice.post(f"/events/{event.id}/print/printers/new", data={**PRINTER, field: value})
    assert answer.status_code == 422
    assert "A number from -10 to 10 mm, please." in answer.text


@both_databases
def test_badges_can_be_printed_on_sheets_of_one_s_own(
    alice: FlaskClient, event: Event, make_attendees: MakeAttendees
) -> None:
    make_attendees(event, 9)
    stock_id = add(alice, event, "sheets", STOCK)
    page = alice.get(f"/events/{event.id}/print?stock=own-{stock_id}").text
    assert "Badges: 9, sheets: 2" in page
    assert "駅前の文具店の用紙" in page
    pdf = alice.post(f"/events/{event.id}/print/badges.pdf", data={"stock": f"own-{stock_id}"})
    assert len(images_of(pdf.data, dpi=20)) == 2
    ruler = alice.post(f"/events/{event.id}/print/ruler.pdf", data={"stock": f"own-{stock_id}"})
    assert ruler.mimetype == "application/pdf"
    alice.post(f"/events/{event.id}/print/sheets/{stock_id}/remove")
    assert "駅前の文具店の用紙" not in alice.get(f"/events/{event.id}/print").text.split("<h2>")[1]


def test_the_drawing_follows_the_measures_and_stores_nothing(
    alice: FlaskClient, event: Event
) -> None:
    address = f"/events/{event.id}/print/sheets/new"
    first = alice.get(address).text
    looked = alice.post(address, data={**STOCK, "name": ""}, headers=HX)
    assert looked.status_code == 200
    assert "All cards fit on the sheet." in looked.text
    assert looked.text.split("base64,")[1][:500] != first.split("base64,")[1][:500]
    assert rows_of(OwnStock, event.organization_id) == []


def test_measures_that_do_not_fit_are_marked_while_one_still_measures(
    alice: FlaskClient, event: Event
) -> None:
    data = {**STOCK, "name": "", "w_mm": "120"}
    looked = alice.post(f"/events/{event.id}/print/sheets/new", data=data, headers=HX)
    assert looked.status_code == 422
    assert "The cards overlap" in looked.text
    assert "Please fill this in." not in looked.text
    assert "autofocus" not in looked.text  # the cursor stays where somebody types
    assert "autofocus" in alice.post(f"/events/{event.id}/print/sheets/new", data=data).text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Please fill this in."),
        ("name", "x" * 61, "At most 60 characters."),
        ("pitch_x_mm", "80", "The cards overlap: this is less than a card, 90 mm."),
        ("pitch_y_mm", "10", "The cards overlap: this is less than a card, 60 mm."),
        ("left_mm", "40", "The cards need 220 mm, more than the sheet has."),
        ("rows", "5", "The cards need 330 mm, more than the sheet has."),
        ("w_mm", "39", "A number from 40 to 450 mm, please."),
        ("h_mm", "nan", "A number from 25 to 600 mm, please."),
        ("page_w_mm", "1e30", "A number from 50 to 450 mm, please."),
        ("cols", "0", "A number from 1 to 11, please."),
        ("cols", "99999999999999999999", "A number from 1 to 11, please."),
        ("rows", "2.5", "A number from 1 to 24, please."),
    ],
)
def test_sheets_that_cannot_exist_are_refused_beside_the_measure(
    *, alice: FlaskClient, event: Event, field: str, value: str, sentence: str
) -> None:
    answer = alice.post(f"/events/{event.id}/print/sheets/new", data={**STOCK, field: value})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert rows_of(OwnStock, event.organization_id) == []


def test_two_kinds_of_sheets_have_two_names(alice: FlaskClient, event: Event) -> None:
    add(alice, event, "sheets", STOCK)
    answer = alice.post(f"/events/{event.id}/print/sheets/new", data=STOCK)
    assert answer.status_code == 422
    assert "This name is taken already." in answer.text


def test_other_hosts_equipment_is_neither_shown_nor_changed(
    alice: FlaskClient,
    charlie: FlaskClient,
    event: Event,
    make_attendees: MakeAttendees,
    theirs: Printer,
) -> None:
    make_attendees(event, 1)
    own = add(alice, event, "printers", PRINTER)
    here = f"/events/{event.id}/print"
    assert charlie.get(f"{here}/printers/{own}").status_code == 404
    assert alice.get(f"{here}/printers/{theirs.id}").status_code == 404
    assert alice.post(f"{here}/printers/{theirs.id}/remove").status_code == 404
    assert "よその複合機" not in alice.get(here).text
    assert alice.post(f"{here}/badges.pdf", data={"printer": theirs.id}).status_code == 422


@pytest.fixture
def theirs(people: object) -> Printer:
    """A printer of Charlie's organization."""

    [staff] = people.charlie.roles  # type: ignore[attr-defined]  # People of the shared fixtures
    measures = dict.fromkeys(("dx_mm", "dy_mm", "back_dx_mm", "back_dy_mm"), 0.0)
    return save(Printer, staff.organization_id, {"name": "よその複合機", **measures})
