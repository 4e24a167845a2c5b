"""Why something changed, and whom it is about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from onrecord.model import Change, Judgement

Keys: TypeAlias = frozenset[tuple[str, str]]
Said: TypeAlias = Mapping[str, tuple[str, tuple[str, ...]]]
_NAMING = frozenset(["appeared", "status", "position", "origin", "figure"])


def caused(
    one: Change,
    said: Said,
    *,
    new: Collection[str],
    given: Sequence[Judgement],
    rules: bool,
) -> Change:
    """The change with its cause: news, a person's judgement, or other rules.

    ``said``: article and speakers of the statements it names, by id; ``new``: articles that are new; ``given``:
    judgements that are new, in order; ``rules``: whether all was settled anew by other rules. What new articles say is
    news; what a judgement is about is that judgement's; and where nothing came in, whatever else changed follows from
    the last judgement.
    """
    if one.cause == "judgement":
        return one
    articles = {one.article, *(said[id_][0] for id_ in one.statements if id_ in said)}
    if not articles.isdisjoint(new):
        return one
    about = [at for at in given if _is_about(at, one, articles)]
    if not about and given and not new and not rules:
        about = list(given)
    if about:
        last = about[-1]
        return replace(one, cause="judgement", by=last.by, judgement=last.id, why=last.why or one.why)
    return replace(one, cause="rules") if rules else one


def keys_of(one: Change, said: Said) -> Keys:
    """(claim, story or party; id or name in lower case) of all that a change is about."""
    found = {("claim", one.claim), ("story", one.story)}
    found |= {("claim" if one.claim else "story", other) for other in one.others}
    if one.kind in _NAMING:
        names = [one.party]
        names += [name for id_ in one.statements for name in said.get(id_, ("", ()))[1]]
        found |= {("party", part.strip().casefold()) for name in names for part in (name, *name.split(";"))}
    return frozenset((kind, key) for kind, key in found if key)


def _is_about(given: Judgement, one: Change, articles: Collection[str]) -> bool:
    """Whether a judgement is about a statement that the change names, about its article, or about its party."""
    subjects = {at.id for at in given.subjects}
    if not subjects.isdisjoint(one.statements) or (given.articles and not set(given.articles).isdisjoint(articles)):
        return True
    return bool(one.party) and one.party in (given.party, given.value)
