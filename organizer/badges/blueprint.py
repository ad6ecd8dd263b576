"""The blueprint of all pages about badges."""

from flask import Blueprint

blueprint = Blueprint("badges", __name__, template_folder="templates")
