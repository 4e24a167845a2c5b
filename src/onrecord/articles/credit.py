"""Which agency's copy this is: by the dateline, a credit line, a byline; known agencies and ones never heard of."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.byline import agency_name, is_outlet
from onrecord.articles.byline_names import is_agency


def agency_of(dateline_credit: str | None, credited: Sequence[str], outlet: str | None) -> str | None:
    """The agency credited, None where there is none.

    The outlet's own name beside a byline is no agency; in the brackets of a dateline it is: that is an agency's page.
    """
    known = [name for name in credited if is_agency(name)]
    others = [name for name in credited if name not in known and not is_outlet(name, outlet)]
    if dateline_credit:
        return agency_name(_fullest(dateline_credit.split("/")[0].strip(), [*credited, outlet or ""]))
    chosen = next(iter([*known, *others]), None)
    return agency_name(chosen) if chosen else None


def _fullest(name: str, credited: Sequence[str]) -> str:
    """The longest form on the page: "Tideway" in the dateline is the "Tideway Press" of the credit line."""
    longer = [one for one in credited if one.casefold().startswith(name.casefold() + " ")]
    return max(longer, key=len, default=name)
