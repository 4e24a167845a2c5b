"""Pages that need nothing from the record: what the marks mean, and what went wrong."""

from __future__ import annotations

from onrecord.publish.addresses import Addresses
from onrecord.publish.meanings import COUNTS, HELD, NO_ORIGIN, SAID
from onrecord.publish.rendering import render


def about_page(to: Addresses) -> str:
    """What the marks and the statuses mean."""
    return render("about.html", to, {"said": SAID, "held": HELD, "no_origin": NO_ORIGIN, "counts": COUNTS})


def trouble_page(to: Addresses, title: str, message: str, *, back: str | None = None) -> str:
    """A page that says in a sentence what is not there or went wrong; ``back``: where a form was sent from."""
    told = {"title": title, "message": message, "sent": back is not None, "back": back}
    return render("trouble.html", to, told)


def missing_page(to: Addresses) -> str:
    """What a site shows at an address where it has no page."""
    return trouble_page(
        to,
        "There is no such page",
        "It may have moved: claims and stories get another address when news joins or parts them.",
    )
