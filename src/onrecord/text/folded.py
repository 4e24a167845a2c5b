"""A name without what differs from writer to writer: upper and lower case, accents, the width of letters."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """ "Édith BÉRY" as "edith bery": by this names are put in order and looked for. Unicode NFKD, case folded."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(one for one in apart if not unicodedata.combining(one)).split())
