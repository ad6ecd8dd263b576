"""The address space that this slice's pages share."""

from flask import Blueprint

blueprint = Blueprint("badges", __name__, template_folder="templates")
