"""The blueprint of all pages about registrations."""

from flask import Blueprint

blueprint = Blueprint("registration", __name__, template_folder="templates")
