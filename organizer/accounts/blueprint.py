"""The blueprint of all pages about accounts."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__, template_folder="templates")
